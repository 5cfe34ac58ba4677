/** What a page may weigh on a first visit, in bytes on the wire (brotli). Data: tests and the bench read it, nothing else sets it. */
export const budgets = {
  /** a page without client components */
  lean: {
    script: 4_000,
    style: 10_000,
    font: 34_500,
    requests: 6,
    /** the page, as a multiple of its own visible text, notes included, both compressed */
    perText: 1.8,
    /** the same for a comparison, which says beside each answer which way it is about */
    comparisonPerText: 1.9,
    /** an article of the usual length; shorter ones are not held to perText */
    words: 1200,
  },
  /** the page that searches: its own small script, and the search program once somebody types */
  search: { script: 8_000, style: 10_000, font: 34_500, requests: 8 },
  /** pages that need the framework; what they load when something is asked for is not counted */
  runtime: { script: 210_000, style: 10_000, font: 34_500, requests: 16 },
  /** of layout shift, in parts of the window, and of time in which the page does not answer, in milliseconds */
  shift: 0,
  blocking: 0,
} as const
