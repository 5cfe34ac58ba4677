import { z } from 'zod'

const text = (message: string) => z.string(message).trim().min(1, message)
const day = z.iso.date('Write the date as year-month-day, for example 2026-05-01')
/** The part of an address that names one thing: small letters, digits and dashes. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and dashes, for example side-effects')
const webAddress = z.url({ protocol: /^https?$/, error: 'Write a web address that starts with https://' })

/** The ways that are compared, always in this order. */
export const ways = ['therapy', 'medicine', 'both', 'waiting'] as const
export type Way = (typeof ways)[number]
const way = z.enum(ways)

/** Where an article stands on the page of all pages. */
export const groups = ['deciding', 'ways', 'medicines', 'doing', 'people', 'conditions', 'site'] as const
export type Group = (typeof groups)[number]

const reviewed = z.strictObject({
  /** the id of a person in people.yaml */
  by: text('Name the person who reviewed the page, by their id in people.yaml'),
  on: day,
})

const change = z.strictObject({
  on: day,
  /** the id of the section that changed; without it, the whole article */
  section: slug.optional(),
  /** one sentence */
  what: text('Say in one sentence what changed'),
})

/** The details at the top of an article. */
export const articleDetails = z.strictObject({
  title: text('Write the name of the page'),
  /** one sentence; it is also the description that search engines and previews show */
  summary: text('Say in one sentence what the page is about'),
  /** for whom the page is, one sentence */
  whoFor: text('Say in one sentence for whom the page is'),
  /** what the page leaves out, one sentence, with a link to where it stands */
  notHere: text('Say in one sentence what the page does not cover').optional(),
  keyPoints: z
    .array(text('Write one key point'))
    .min(3, 'Write at least three key points')
    .max(5, 'Keep at most five key points'),
  group: z.enum(groups),
  /** its place in the group, from 1 */
  order: z.int('Write a whole number'),
  /** the way the page is about; it gives the page its sign */
  way: way.optional(),
  written: day,
  /** stays empty until a clinician has reviewed the page */
  reviewed: reviewed.nullish(),
  alsoKnownAs: z.array(text('Write another name of the page')).optional(),
  /** addresses of articles to read next */
  related: z.array(text('Write the address of an article, for example /choosing/')).optional(),
  changes: z.array(change).optional(),
})

/** The details at the top of a comparison. */
export const comparisonDetails = z.strictObject({
  title: text('Write the name of the comparison'),
  summary: text('Say in one sentence what is compared'),
  whoFor: text('Say in one sentence for whom the comparison is'),
  /** what is compared, in the order of the columns */
  options: z
    .array(
      z.strictObject({
        id: slug,
        name: text('Write the name of the option'),
        way: way.optional(),
        article: z.string().optional(),
      }),
    )
    .min(2, 'A comparison needs at least two options')
    .max(6, 'A comparison can have at most six options'),
  order: z.int('Write a whole number'),
  written: day,
  reviewed: reviewed.nullish(),
  changes: z.array(change).optional(),
})

/** One thing that sources have found, with its numbers. */
export const claim = z
  .strictObject({
    id: slug,
    topic: slug,
    statement: text('Say in plain words what was found'),
    numbers: z
      .strictObject({
        /** how many of `per` people, with the treatment */
        with: z.number().nonnegative().optional(),
        /** how many of `per` people, in the other group */
        without: z.number().nonnegative().optional(),
        per: z.int().positive().optional(),
        /** words that finish the sentence “50 of 100 people …” */
        measure: z.string().optional(),
        /** words for the first group, for example “with an antidepressant” */
        treatment: z.string().optional(),
        /** words for the other group, for example “on a dummy pill” */
        comparator: z.string().optional(),
        /** other figures that text may state from this claim */
        also: z.array(z.string()).optional(),
      })
      .optional(),
    way: way.optional(),
    population: z.string().optional(),
    timeframe: z.string().optional(),
    certainty: z.enum(['high', 'moderate', 'low', 'very-low', 'guideline', 'disputed']),
    certaintyNote: z.string().optional(),
    references: z.array(z.string()).min(1, 'Name at least one reference'),
    caveat: z.string().optional(),
    /** the figures are worked out from others, so the text says “for example” */
    example: z.boolean().optional(),
    checked: day,
  })
  .superRefine(({ numbers }, context) => {
    for (const side of ['with', 'without'] as const) {
      if (numbers?.[side] !== undefined && numbers.per !== undefined && numbers[side] > numbers.per) {
        context.addIssue({
          code: 'custom',
          path: ['numbers', side],
          message: `“${side}” is ${numbers[side]}, more than “per” (${numbers.per}). Write how many of ${numbers.per} people it was`,
        })
      }
    }
  })

/** A source, in the fields of CSL (citationstyles.org) that we print. */
export const reference = z.strictObject({
  id: slug,
  type: z.enum(['article-journal', 'webpage', 'report', 'article-newspaper', 'article', 'chapter', 'book']),
  title: text('Write the title of the source'),
  author: z
    .array(
      z.strictObject({
        family: z.string().optional(),
        given: z.string().optional(),
        literal: z.string().optional(),
      }),
    )
    .optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  year: z.int().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  PMID: z.string().optional(),
  /** only if it was seen to work */
  URL: webAddress.optional(),
  /** how much of the source was read */
  read: z.enum(['full text', 'abstract', 'summary', 'guideline page', 'label']),
  note: z.string().optional(),
})

export const person = z.strictObject({
  id: slug,
  name: text('Write the name'),
  credentials: z.string().optional(),
  role: z.string().optional(),
  affiliation: z.string().optional(),
})

export const term = z.strictObject({
  id: slug,
  term: text('Write the word'),
  /** the words an abbreviation stands for */
  long: z.string().optional(),
  meaning: text('Say in one or two sentences what it means'),
  /** other spellings, so that they are found */
  also: z.array(z.string()).optional(),
  article: z.string().optional(),
})

const line = z.strictObject({
  name: text('Write the name of the line'),
  call: z.string('Put the number in quotes').optional(),
  text: z.string('Put the number in quotes').optional(),
  chat: webAddress.optional(),
  when: z.string().optional(),
})

/** Who runs this copy of the site. */
export const clinic = z.strictObject({
  name: text('Write the name of the clinic'),
  /** the web address at which this copy is served */
  site: webAddress,
  phone: z.string('Put the number in quotes').optional(),
  email: z.email('Write an e-mail address').optional(),
  booking: webAddress.optional(),
  postal: z.string().optional(),
  hours: z.string().optional(),
  /** what the clinic offers, shown apart from the information */
  services: z.array(z.string()).optional(),
  funding: text('Say who pays for this site and what the clinic sells'),
  crisis: z.strictObject(
    {
      region: text('Name the region these lines are for'),
      help: line,
      danger: line,
      /** other lines, for example for veterans or young people */
      others: z
        .array(line.extend({ poisoning: z.boolean('Write true, or leave the line out').optional() }))
        .optional(),
      checked: day,
    },
    'Write the crisis lines of your region: help (for a crisis) and danger (for an emergency)',
  ),
})

export const searchEntry = z.strictObject({
  /** what people type */
  words: z.array(text('Write what people type')).min(1, 'Write at least one word'),
  /** where it should lead, the best place first */
  to: z.array(text('Write an address')).min(1, 'Write at least one address'),
  /** whoever types this may be in danger: the crisis line is shown first */
  crisis: z.boolean('Write true, or leave the line out').optional(),
})

/** Words that the checker knows; staff can change them. */
export const wordLists = z.strictObject({
  /** wording that hurts or misleads, and the better one */
  avoid: z.array(
    z.strictObject({
      words: z.array(z.string()).min(1),
      better: z.string(),
      severity: z.enum(['fix', 'look']).optional(),
    }),
  ),
  /** abbreviations everybody knows */
  abbreviations: z.array(z.string()),
  /** condition and treatment words that count as two syllables in the second reading grade */
  neutral: z.array(z.string()),
  /** words the dictionary does not know but that are right */
  dictionary: z.array(z.string()),
  /** words that show that a text is about stopping a medicine, and about suicide */
  stopping: z.array(z.string()),
  /** sentences that do in place of the box on stopping */
  caution: z.array(z.string()).optional(),
  suicide: z.array(z.string()),
})

/** Where the words of a place went (/choosing/ or /choosing/#wait), or why they are gone. */
const movedOrRemoved = {
  moved: text('Write where the words went, for example /choosing/#wait').optional(),
  removed: text('Say in one sentence why it is gone').optional(),
}

/** What readers can mark on the visit sheet, and when not to wait for a visit. */
export const visit = z.strictObject({
  /** the name of the comparison whose cells stand beside the statements */
  comparison: slug,
  statements: z
    .array(
      z.strictObject({
        id: slug,
        /** the row of the comparison that says what each way means for it */
        row: slug,
        statement: text('Write what may matter to a reader, as the reader would say it'),
      }),
    )
    .min(1, 'Write at least one statement'),
  /** signs not to wait for a visit; the crisis line follows them */
  signs: z.array(text('Write one sign')).min(1, 'Write at least one sign'),
})

/** Parts of the site that are often handed out together. */
export const handout = z.strictObject({
  title: text('Write what the handout is for'),
  /** addresses of sections, in their order on paper */
  parts: z
    .array(text('Write the address of a section, for example /choosing/#wait'))
    .min(1, 'Write at least one part'),
})

const publishedSection = z.strictObject({
  /** old names and headings below a section are places only: they have no page and no code */
  code: z.string().optional(),
  since: day,
  ...movedOrRemoved,
})

/** Every address that was ever published; it only grows. */
export const published = z.strictObject({
  addresses: z.array(
    z.strictObject({
      address: z.string(),
      code: z.string(),
      since: day,
      sections: z.record(z.string(), publishedSection).optional(),
      ...movedOrRemoved,
    }),
  ),
})

export type ArticleDetails = z.infer<typeof articleDetails>
export type ComparisonDetails = z.infer<typeof comparisonDetails>
export type Option = ComparisonDetails['options'][number]
export type Change = z.infer<typeof change>
export type Claim = z.infer<typeof claim>
export type Reference = z.infer<typeof reference>
export type Person = z.infer<typeof person>
export type Term = z.infer<typeof term>
export type Clinic = z.infer<typeof clinic>
export type HelpLine = z.infer<typeof line>
export type Handout = z.infer<typeof handout>
export type SearchEntry = z.infer<typeof searchEntry>
export type WordLists = z.infer<typeof wordLists>
export type Visit = z.infer<typeof visit>
export type Published = z.infer<typeof published>
