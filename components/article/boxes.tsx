import type { ReactNode } from 'react'
import type { SettingsOf } from '@/lib/content/vocabulary'
import { capital, fill } from '@/lib/words'
import type { ArticleContext } from './context'

type With<Settings> = Settings & { context: ArticleContext; children?: ReactNode }

/** A box for something that must not be missed. Its kind is said in words, too. */
export function Callout({ context, kind, title, children }: With<SettingsOf<'Callout'>>) {
  return (
    <aside className={`callout ${kind}`}>
      <h3>
        <span className="vh">{context.words.callout[kind]}: </span>
        {title}
      </h3>
      {children}
    </aside>
  )
}

/** A care card: signs that mean “get help”, how soon, and whom to call. */
export function GetHelp({ context, urgency, children }: With<SettingsOf<'GetHelp'>>) {
  const { help, danger } = context.clinic.crisis
  const words = context.words
  const act = { soon: words.help.soonDo, today: words.help.todayDo, now: words.help.nowDo }[urgency]
  return (
    <aside className={`care ${urgency}`}>
      <h3>{words.help[urgency]}</h3>
      {children}
      <p>{act}</p>
      <p className="calls">
        {help.call && (
          <a className="do" href={`tel:${help.call}`}>
            {words.site.call} {help.call}
          </a>
        )}
        {help.text && (
          <a className="do" href={`sms:${help.text}`}>
            {capital(fill(words.site.text, { number: help.text }))}
          </a>
        )}
        {danger.call && (
          <a className="do quiet" href={`tel:${danger.call}`}>
            {words.site.call} {danger.call}
          </a>
        )}
      </p>
    </aside>
  )
}

/** The longer version of a section, opened when wanted. */
export function More({ title, children }: With<SettingsOf<'More'>>) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Two lists: what to do and what not to do. The words “do not” are said, not only shown. */
export function DoDont({ context, children }: { context: ArticleContext; children?: ReactNode }) {
  const [first, second] = [children].flat().filter((child) => typeof child === 'object')
  const words = context.words.doDont
  return (
    <div className="do-dont">
      <section>
        <h3>{words.do}</h3>
        {first}
      </section>
      <section>
        <h3>{words.dont}</h3>
        {second}
      </section>
    </div>
  )
}
