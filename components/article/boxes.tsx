import type { ReactNode } from 'react'
import type { Clinic } from '@/lib/content'
import type { SettingsOf } from '@/lib/content/vocabulary'
import { capital, fill } from '@/lib/words'
import type { ArticleContext } from './context'
import { hold } from './together'

type With<Settings> = Settings & { context: ArticleContext; children?: ReactNode }

/** A box for something that must not be missed. Its kind is said in words, too. */
export function Callout({ context, kind, title, children }: With<SettingsOf<'Callout'>>) {
  return (
    <section className="callout">
      <h3>
        <span className="vh">{context.words.callout[kind]}: </span>
        {title}
      </h3>
      {children}
    </section>
  )
}

/** A care card: signs that mean “get help”, how soon, and whom to call first. */
export function GetHelp({ context, urgency, call = 'help', children }: With<SettingsOf<'GetHelp'>>) {
  const { help, danger, others = [] } = context.clinic.crisis
  const words = context.words
  const act = { soon: words.help.soonDo, today: words.help.todayDo, now: words.help.nowDo }[urgency]
  return (
    <section className={`care ${urgency}`}>
      <h3>{call === 'danger' && urgency === 'now' ? words.help.danger : words.help[urgency]}</h3>
      {children}
      <p>{act}</p>
      {call === 'danger' ? (
        <p className="calls">
          <Call line={danger} word={words.site.call} />
          {others
            .filter(({ poisoning }) => poisoning)
            .map((line) => (
              <Call key={line.name} line={line} word={words.site.call} named quiet />
            ))}
          <Call line={help} word={words.site.call} quiet />
        </p>
      ) : (
        <p className="calls">
          <Call line={help} word={words.site.call} />
          {help.text && (
            <a className="do" href={`sms:${help.text}`}>
              {capital(fill(words.site.text, { number: help.text }))}
            </a>
          )}
          <Call line={danger} word={words.site.call} quiet />
        </p>
      )}
    </section>
  )
}

type CallProps = { line: Clinic['crisis']['help']; word: string; named?: boolean; quiet?: boolean }

/** A number to call. A line that few people know by its number goes by its name, too, without what stands in brackets. */
function Call({ line, word, named, quiet }: CallProps) {
  if (!line.call) return null
  return (
    <a className={quiet ? 'do quiet' : 'do'} href={`tel:${line.call}`}>
      <span>
        {[word, named && line.name.replace(/ *\(.*\)$/, '')].filter(Boolean).join(' ')}{' '}
        <span className={hold(line.call)}>{line.call}</span>
      </span>
    </a>
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
