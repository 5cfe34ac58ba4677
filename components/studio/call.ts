import type { Actions } from '@/lib/studio/actions'
import { actionAddress } from '@/lib/studio/addresses'
import { ownHeader } from '@/lib/studio/guard'
import { words } from './words'

/** Asks the server of the studio to do something and gives back what came of it; a fault is one sentence for people. */
export async function call<Name extends keyof Actions>(
  name: Name,
  input: object,
): Promise<Awaited<ReturnType<Actions[Name]>>> {
  const response = await fetch(actionAddress(name), {
    method: 'POST',
    headers: { 'content-type': 'application/json', [ownHeader]: '1' },
    body: JSON.stringify(input),
  }).catch(() => undefined)
  const result = await response?.json().catch(() => undefined)
  // a conflict is an answer, too: it brings the other version
  if (response?.ok || response?.status === 409) return result
  throw new Error(result?.problem ?? words.common.noServer)
}
