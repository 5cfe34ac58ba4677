import { getLibrary, guessesFrom } from '@/lib/content'

export const dynamic = 'force-static'

/** What the search makes its best guesses from. */
export async function GET() {
  return Response.json(guessesFrom(await getLibrary()))
}
