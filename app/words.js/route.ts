import type { EnhanceWords } from '@/components/enhance/words'
import { getLibrary } from '@/lib/content'

export const dynamic = 'force-static'

/** The words for the enhancement script, as a script. */
export async function GET() {
  const { share, review } = (await getLibrary()).words
  const words: EnhanceWords = { share, review }
  return new Response(`export default ${JSON.stringify(words)}`, {
    headers: { 'Content-Type': 'text/javascript' },
  })
}
