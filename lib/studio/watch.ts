import { watch } from 'node:fs'
import { contentRoot } from '../content'

/** An editor that saves by renaming makes several events of one save. */
const settled = 20

/** A stream of events, one for each change of the content, until the signal says that nobody listens any more. */
export function watched(signal: AbortSignal): ReadableStream<Uint8Array> {
  const write = new TextEncoder()
  let stop = () => {}
  return new ReadableStream({
    start(stream) {
      let timer: NodeJS.Timeout | undefined
      const say = () => stream.enqueue(write.encode('data: changed\n\n'))
      const watcher = watch(contentRoot(), { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(say, settled)
      })
      // a comment now and then shows a server that nobody listens any more, and a browser that the server lives
      const alive = setInterval(() => stream.enqueue(write.encode(':\n\n')), 20_000)
      stop = () => {
        clearTimeout(timer)
        clearInterval(alive)
        watcher.close()
      }
      signal.addEventListener('abort', stop, { once: true })
      stream.enqueue(write.encode(':\n\n'))
    },
    cancel: () => stop(),
  })
}
