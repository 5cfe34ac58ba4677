import type { ComponentProps, ComponentType, ReactNode } from 'react'
import type { Way } from '@/lib/content'
import type { ComponentName, SettingsOf } from '@/lib/content/vocabulary'
import { Callout, DoDont, GetHelp, More } from './boxes'
import type { ArticleContext } from './context'
import { Faq } from './faq'
import { Figure } from './figure'
import { ClaimLink, TermLink } from './links'
import { Ask, Steps, Timeline, WayIn, Ways, Weeks } from './lists'
import { Part, SubHeading } from './part'
import { People } from './people'
import { together } from './together'

type Registry = {
  [Name in ComponentName]: ComponentType<Omit<SettingsOf<Name>, never> & { children?: ReactNode }>
}

/** Everything an article is made of, tied to the page it stands on. The only list of its kind. */
export function registry(context: ArticleContext, way?: Way) {
  const vocabulary = {
    Callout: (props) => <Callout context={context} {...props} />,
    GetHelp: (props) => <GetHelp context={context} {...props} />,
    Comparison: ({ of, rows = '' }) =>
      context.comparison(
        of,
        rows
          .split(',')
          .map((row) => row.trim())
          .filter(Boolean),
      ),
    Faq: (props) => <Faq context={context} {...props} />,
    People: (props) => <People context={context} {...props} />,
    Timeline,
    Ways,
    Steps,
    Ask: (props) => <Ask context={context} {...props} />,
    DoDont: ({ children }) => <DoDont context={context}>{children}</DoDont>,
    Figure,
    More: (props) => <More context={context} {...props} />,
  } satisfies Registry
  return {
    ...vocabulary,
    // what the compiler makes of headings, links and lists
    Part: (props: Omit<Parameters<typeof Part>[0], 'context'>) => <Part context={context} {...props} />,
    SubHeading,
    ClaimLink: (props: Omit<Parameters<typeof ClaimLink>[0], 'context'>) => (
      <ClaimLink context={context} {...props} />
    ),
    TermLink,
    Weeks: (props: Parameters<typeof Weeks>[0]) => <Weeks {...props} way={way} />,
    WayIn,
    p: (props: ComponentProps<'p'>) => <p {...props}>{together(props.children)}</p>,
    li: (props: ComponentProps<'li'>) => <li {...props}>{together(props.children)}</li>,
    strong: (props: ComponentProps<'strong'>) => <strong {...props}>{together(props.children)}</strong>,
    table: (props: { children?: ReactNode }) => <table className="plain">{props.children}</table>,
  }
}
