import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ClaimLink, TermLink } from '../../components/article/links'
import { together } from '../../components/article/together'

const context = { noteNumber: () => 40, words: { know: { how: 'How do we know?' } } } as never

const claim = (text: string) =>
  renderToStaticMarkup(
    <ClaimLink id="help" context={context}>
      {text}
    </ClaimLink>,
  )

test.each([
  ['988', 'tel:988'],
  ['1-800-222-1222', 'tel:1-800-222-1222'],
  ['741741', 'sms:741741'],
])('%s can be dialed, and its note is a button of its own', (number, address) => {
  const html = claim(number)
  expect(html).toContain(`<a href="${address}">${number}</a><button`)
  expect(html).toContain(`${number}: How do we know?`)
})

test.each(['41 of 100', '143', '$143 a visit', '2 to 4 weeks'])('“%s” is no number to dial', (figure) => {
  expect(claim(figure)).not.toContain('href')
})

test('the last word of a long term keeps its full stop, the others may stand on the line before', () => {
  const html = renderToStaticMarkup(
    <p>
      {together([
        'These are ',
        <TermLink key="term" id="ssri">
          selective serotonin reuptake inhibitors
        </TermLink>,
        '. About 40 of 100 do.',
      ])}
    </p>,
  )
  expect(html).toContain('<span class="start">selective serotonin reuptake </span><button')
  expect(html).toContain('inhibitors</button></label>.</span>')
  expect(html).toContain('About 40\u00a0of\u00a0100 do.')
})

test('a number to call in plain words can be dialed and holds together', () => {
  const html = renderToStaticMarkup(
    <p>{together('Call Poison Help at 1-800-222-1222. In 2020, call 1-800.')}</p>,
  )
  expect(html).toBe(
    '<p>Call Poison Help at <a class="together long" href="tel:1-800-222-1222">1-800-222-1222</a>. In 2020, call 1-800.</p>',
  )
})

test('the number of a note stands in brackets after a digit to press, and not after a figure', () => {
  expect(claim('press 1')).toContain('<sup aria-hidden="true">(40)</sup>')
  expect(claim('41 of 100')).toContain('<sup aria-hidden="true">40</sup>')
  expect(claim('1 of 10')).toContain('<sup aria-hidden="true">40</sup>')
})
