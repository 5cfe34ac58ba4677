import { isOwnHost } from '@/lib/studio/guard'
import { watched } from '@/lib/studio/watch'

export const dynamic = 'force-dynamic'

/** A stream that says something whenever a file of the content has changed. */
export function GET(request: Request) {
  if (!isOwnHost(request.headers)) return new Response(null, { status: 403 })
  return new Response(watched(request.signal), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
