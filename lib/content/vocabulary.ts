import { z } from 'zod'

/** What the checker, the studio and the guide know of a component; the registry holds how it looks. */
export type ComponentRule = {
  /** its settings; every setting is a quoted text */
  settings: z.ZodObject
  /** none: it stands alone, <X />; text: it stands round text; list: it stands round one list; lists: round two */
  holds: 'none' | 'text' | 'list' | 'lists'
  /** what stands in it, in one word for staff, for example answer */
  content?: string
  /** it may only stand inside this component */
  inside?: string
  /** settings that name something in the library */
  refersTo?: Record<string, 'claim' | 'comparison' | 'picture' | 'source'>
  /** what it is for, in words for staff */
  purpose: string
  /** one example, as staff would write it */
  example: string
}

export type Vocabulary = Record<string, ComponentRule>

const text = (message: string) => z.string().trim().min(1, message)

/** Every component an article may use. Articles hold words, so this list is closed. */
export const vocabulary = {
  Callout: {
    settings: z.strictObject({
      kind: z.enum(['note', 'important', 'warning']),
      title: text('Say in a few words what the box is about'),
    }),
    holds: 'text',
    purpose: 'A box for something that must not be missed.',
    example:
      '<Callout kind="important" title="Do not stop suddenly">\n\nTalk to your prescriber first.\n\n</Callout>',
  },
  GetHelp: {
    settings: z.strictObject({
      urgency: z.enum(['soon', 'today', 'now']),
      call: z.enum(['help', 'danger']).optional(),
    }),
    holds: 'text',
    purpose:
      'A care card: signs that mean “get help”, with whom to call. The crisis line is added by itself. When the body is in danger, for example after too much medicine, the emergency number can come first.',
    example: '<GetHelp urgency="now">\n\n- You may hurt yourself or someone else.\n\n</GetHelp>',
  },
  Comparison: {
    settings: z.strictObject({
      of: text('Name the comparison, for example treatment-options'),
      rows: text('Name the rows, with commas between them').optional(),
    }),
    holds: 'none',
    refersTo: { of: 'comparison' },
    purpose: 'A comparison table, or some of its rows.',
    example: '<Comparison of="treatment-options" rows="will-it-work, side-effects" />',
  },
  Faq: {
    settings: z.strictObject({
      question: text('Write the question between the quotes'),
      id: text('Write the address of the question in small letters with dashes'),
    }),
    holds: 'text',
    content: 'answer',
    purpose: 'A question that opens to its answer. It also appears on the page of all questions.',
    example: '<Faq question="Can I start both at once?" id="start-both">\n\nYes. Some people do.\n\n</Faq>',
  },
  People: {
    settings: z.strictObject({ claim: text('Name the claim whose numbers are drawn') }),
    holds: 'none',
    refersTo: { claim: 'claim' },
    purpose: 'A picture of 100 people with the treatment and 100 without, drawn from the numbers of a claim.',
    example: '<People claim="depression-antidepressant-response" />',
  },
  Timeline: {
    settings: z.strictObject({ caption: text('Say what the timeline shows') }),
    holds: 'list',
    purpose: 'The first twelve weeks. Each list item starts with its weeks in bold, such as Weeks 1 to 2.',
    example:
      '<Timeline caption="The first 12 weeks">\n\n- **Weeks 1 to 2** You meet and agree on a goal.\n- **Weeks 3 to 12** You practice.\n\n</Timeline>',
  },
  Ways: {
    settings: z.strictObject({ caption: text('Say what the map shows') }),
    holds: 'list',
    purpose:
      'A map of ways to start. Each list item starts with its way in bold: Therapy first, Medicine first, Both together or Wait with a plan.',
    example:
      '<Ways caption="Four ways to start">\n\n- **Therapy first** You add medicine later if you need it.\n- **Wait with a plan** You set a date to look again.\n\n</Ways>',
  },
  Steps: {
    settings: z.strictObject({ caption: text('Say what the steps are for') }),
    holds: 'list',
    purpose: 'Numbered steps.',
    example:
      '<Steps caption="Your first visit">\n\n1. You talk about what brings you here.\n2. You agree on what to try.\n\n</Steps>',
  },
  Ask: {
    settings: z.strictObject({ about: z.enum(['therapy', 'medicine', 'both', 'waiting', 'any']).optional() }),
    holds: 'list',
    purpose: 'Questions to ask at the visit, as a list. They also appear on the visit sheet.',
    example: '<Ask about="medicine">\n\n- How soon might I feel a change?\n\n</Ask>',
  },
  DoDont: {
    settings: z.strictObject({}),
    holds: 'lists',
    purpose: 'Two lists: first what to do, then what not to do.',
    example: '<DoDont>\n\n- Take it at the same time each day.\n\n* Stop on your own.\n\n</DoDont>',
  },
  Figure: {
    settings: z.strictObject({
      src: text('Name the picture, for example /pictures/talking.png'),
      alt: text('Say what the picture shows, for people who cannot see it'),
      caption: text('Write the line under the picture').optional(),
    }),
    holds: 'none',
    refersTo: { src: 'picture' },
    purpose: 'A picture with a description and a line under it.',
    example:
      '<Figure src="/pictures/talking.png" alt="Two people talking at a table" caption="A first visit." />',
  },
  More: {
    settings: z.strictObject({ title: text('Say what the longer version is about') }),
    holds: 'text',
    purpose: 'A longer version that opens when the reader wants it.',
    example: '<More title="How the studies were done">\n\nPeople were put in groups by chance.\n\n</More>',
  },
} as const satisfies Vocabulary

export type ComponentName = keyof typeof vocabulary
export type SettingsOf<Name extends ComponentName> = z.infer<(typeof vocabulary)[Name]['settings']>
