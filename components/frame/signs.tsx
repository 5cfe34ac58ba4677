import type { Way } from '@/lib/content'

const ways = ['therapy', 'medicine', 'both', 'waiting'] as const

/** Ten signs, 23 px apart. */
const run = 230

/** The four signs, drawn once at the top of each page and used from there. Equal ink: about 1200 square units each on the 48 grid. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <defs>
        <symbol id="sign-therapy" viewBox="0 0 48 48">
          <path className="i-t" d="M5 24a19 19 0 1 1 19 19H5z" />
        </symbol>
        <symbol id="sign-medicine" viewBox="0 0 48 48">
          <path className="i-m" d="M8.5 15.5a15.5 15.5 0 0 1 31 0v7h-31zm0 10h31v7a15.5 15.5 0 0 1-31 0z" />
        </symbol>
        <symbol id="sign-both" viewBox="0 0 48 48">
          <path className="i-t" d="M2.9 18.4a14.4 14.4 0 1 1 14.4 14.4H2.9z" />
          <path
            className="i-m"
            d="M23.5 18.8a10.8 10.8 0 0 1 21.6 0v6H23.5zm0 8.4h21.6v6a10.8 10.8 0 0 1-21.6 0z"
          />
          {/* the overlap is a path of its own: a clip path fails on paper */}
          <path
            className="i-k"
            d="M23.5 18.8A10.8 10.8 0 0 1 28.68 9.58A14.4 14.4 0 0 1 30.2 24.8H23.5zM23.5 27.2H28.7A14.4 14.4 0 0 1 23.5 31.4z"
          />
        </symbol>
        <symbol id="sign-waiting" viewBox="0 0 48 48">
          <circle className="i-w" cx="24" cy="24" r="18.6" pathLength="12" />
        </symbol>
        {ways.map((way) => (
          <pattern key={way} id={`edge-${way}`} width="20" height="23" patternUnits="userSpaceOnUse">
            <use href={`#sign-${way}`} width="15" height="15" x="3" y="4" />
          </pattern>
        ))}
        <pattern id="edge-all" width="20" height={ways.length * run} patternUnits="userSpaceOnUse">
          {ways.map((way, index) => (
            <rect key={way} width="20" height={run} y={index * run} fill={`url(#edge-${way})`} />
          ))}
        </pattern>
      </defs>
    </svg>
  )
}

/** The sign of a way; it always stands beside the word. */
export function Sign({ way }: { way: Way }) {
  return (
    <svg className="sign" aria-hidden="true">
      <use href={`#sign-${way}`} />
    </svg>
  )
}

/** The bound edge on the left of a page: the sign of its way, or runs of all four, so that none is seen more than another. */
export function Edge({ way }: { way?: Way | undefined }) {
  return (
    <svg className="edge" aria-hidden="true">
      <rect width="100%" height="100%" fill={`url(#edge-${way ?? 'all'})`} />
    </svg>
  )
}
