import type { Way } from '@/lib/content'

const cell = 48
const gap = 12
type Shape = { filled: string; open: string; ink: string }

// Each mark starts at the left middle of its cell. The open ones are drawn a little smaller, because their outline adds to them.
const disc: Shape = {
  filled: 'm6 24a18 18 0 0 1 36 0 18 18 0 0 1-36 0z',
  open: 'm7 24a17 17 0 0 1 34 0 17 17 0 0 1-34 0z',
  ink: 'i-p',
}
const shapes: Record<Way, Shape> = {
  therapy: { filled: 'm5 24a19 19 0 1 1 19 19h-19z', open: 'm7 24a17 17 0 1 1 17 17h-17z', ink: 'i-t' },
  medicine: {
    filled: 'm8.5 15.5a15.5 15.5 0 0 1 31 0v7h-31zm0 10h31v7a15.5 15.5 0 0 1-31 0z',
    open: 'm10 16a14 14 0 0 1 28 0v16a14 14 0 0 1-28 0z',
    ink: 'i-m',
  },
  both: {
    filled:
      'm2.9 18.4a14.4 14.4 0 1 1 14.4 14.4h-14.4zm20.6.4a10.8 10.8 0 0 1 21.6 0v14.4a10.8 10.8 0 0 1-21.6 0z',
    open: 'm5 19a13 13 0 1 1 13 13h-13zm20 0a9.5 9.5 0 0 1 19 0v14a9.5 9.5 0 0 1-19 0z',
    ink: 'i-k',
  },
  waiting: disc,
}

/** The path of the marks of some cells; a gap follows every second column, so that tens can be counted. It goes on from mark to mark in steps, because what repeats weighs next to nothing. */
function marks(shape: string, cells: number[], rows: number): string {
  const [start, ...jumps] = [...shape.matchAll(/m(-?\d*\.?\d+) ?(-?\d*\.?\d+)/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  )
  const [fromLeft, fromTop] = start ?? [0, 0]
  // after a mark the pen stands where its last part began
  const pen = [sum(jumps.map(([x]) => x)), sum(jumps.map(([, y]) => y))] as const
  let before: readonly [number, number] | undefined
  return cells
    .map((n) => {
      const column = Math.floor(n / rows)
      const place = [column * cell + Math.floor(column / 2) * gap, (n % rows) * cell] as const
      const step = before && [place[0] - before[0] - pen[0], place[1] - before[1] - pen[1]]
      before = place
      const move = step ? `m${step.map(rounded).join(' ')}` : `M${place[0] + fromLeft} ${place[1] + fromTop}`
      return move + shape.replace(/^m[^a-z]+/, '')
    })
    .join('')
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const rounded = (number: number) => Number(number.toFixed(2))
const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)

/** A block of 100 marks, filled column by column from the left; the words beside it say the same. */
export function Hundred({ filled, way }: { filled: number; way?: Way | undefined }) {
  const shape = way ? shapes[way] : disc
  return (
    <svg className="hundred" viewBox="0 0 1068 240" aria-hidden="true">
      <path className={shape.ink} d={marks(shape.filled, range(0, filled), 5)} />
      <path className="i-o" d={marks(shape.open, range(filled, 100), 5)} />
    </svg>
  )
}

/** A strip of twelve marks, one for each week, filled from one week to another. */
export function Strip({ from, to, way }: { from: number; to: number; way?: Way | undefined }) {
  const shape = way ? shapes[way] : disc
  const filled = range(from - 1, Math.min(12, to))
  return (
    <svg className="strip" viewBox="0 0 636 48" aria-hidden="true">
      <path className={shape.ink} d={marks(shape.filled, filled, 1)} />
      <path
        className="i-o"
        d={marks(
          shape.open,
          range(0, 12).filter((n) => !filled.includes(n)),
          1,
        )}
      />
    </svg>
  )
}
