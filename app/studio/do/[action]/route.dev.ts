import { actions } from '@/lib/studio/actions'
import { refusal } from '@/lib/studio/guard'
import { Refused } from '@/lib/studio/paths'

type Context = { params: Promise<{ action: string }> }

/** Larger than any text or picture that is taken. */
const mostBytes = 40_000_000

/** Does one thing for the studio and says what came of it; a fault is one plain sentence. */
export async function POST(request: Request, { params }: Context) {
  const refused = refusal(request.headers)
  if (refused) return problem(403, refused)
  if (request.headers.get('content-type') !== 'application/json')
    return problem(415, 'The studio reads only what the studio writes.')
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return problem(413, 'This is too large.')
  const { action } = await params
  if (!Object.hasOwn(actions, action)) return problem(404, 'The studio cannot do this.')
  try {
    const result = await actions[action as keyof typeof actions](await request.json().catch(() => undefined))
    return Response.json(result, { status: 'conflict' in result ? 409 : 200 })
  } catch (fault) {
    if (fault instanceof Refused) return problem(400, fault.message)
    console.error(fault)
    return problem(
      500,
      'Something went wrong in the program. Your text is still here; try again in a moment.',
    )
  }
}

const problem = (status: number, problem: string) => Response.json({ problem }, { status })
