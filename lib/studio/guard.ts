/** The header that every request of the studio carries; a foreign page cannot send it without being asked first, and is then refused. */
export const ownHeader = 'x-studio'

type Headers = { get(name: string): string | null }

/** True if the request was sent to this machine by its own name, and not by a name that somebody else has pointed here. */
export function isOwnHost(headers: Headers): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(headers.get('host') ?? '')
}

/** Why a request must not be answered, in one sentence; nothing when it comes from the studio itself. */
export function refusal(headers: Headers): string | undefined {
  if (!isOwnHost(headers)) return 'The studio answers only at localhost.'
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const foreign =
    (origin !== null && origin !== `http://${headers.get('host')}`) ||
    (site !== null && !['same-origin', 'none'].includes(site))
  if (foreign) return 'The studio answers only its own pages.'
  if (headers.get(ownHeader) !== '1') return 'This request was not made by the studio.'
  return undefined
}
