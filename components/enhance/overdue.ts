import { inWords, realToday } from '@/lib/dates'
import { fill } from '@/lib/words'
import { wordsOf } from './words'

/** Says that a page is overdue for its check when the day has come since the page was built. */
export async function sayOverdue(page: Document): Promise<void> {
  const time = page.querySelector<HTMLTimeElement>('time[data-due]')
  if (!time || time.dateTime >= realToday()) return
  const { review } = await wordsOf(page)
  const notice = page.createElement('p')
  const name = page.createElement('b')
  name.textContent = `${review.overdue}. `
  notice.className = 'overdue'
  notice.append(name, fill(review.overdueNote, { date: inWords(time.dateTime, page.documentElement.lang) }))
  time.closest('dl, p')?.after(notice)
}
