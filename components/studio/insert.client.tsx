'use client'

import { type FormEvent, useState } from 'react'
import { type ComponentRule, vocabulary } from '@/lib/content/vocabulary'
import { componentText, type Setting, settingsOf, settingText } from '@/lib/studio/insert'
import type { Shelves } from '@/lib/studio/shelves'
import { fill } from '@/lib/words'
import { call } from './call'
import { Dialog, Problem, Step } from './dialog.client'
import { type Choice, Picker } from './picker.client'
import { words } from './words'

type Insert = (text: string, block: boolean) => void
type Link = 'claim' | 'place' | 'term'

const links: Link[] = ['claim', 'place', 'term']
const components = Object.entries(vocabulary) as [string, ComponentRule][]

/** Everything that can be put into a text, each with its own small form. */
export function InsertDialog({
  shelves,
  selection,
  onInsert,
  onClose,
}: {
  shelves: Shelves
  selection: string
  onInsert: Insert
  onClose: () => void
}) {
  const [chosen, setChosen] = useState('')
  const rule = vocabulary[chosen as keyof typeof vocabulary] as ComponentRule | undefined
  return (
    <Dialog title={words.insert.title} onClose={onClose}>
      {chosen && (
        <button type="button" onClick={() => setChosen('')}>
          {words.insert.back}
        </button>
      )}
      <Step key={chosen}>
        {!chosen && <Menu onChoose={setChosen} />}
        {links.includes(chosen as Link) && (
          <LinkForm kind={chosen as Link} shelves={shelves} selection={selection} onInsert={onInsert} />
        )}
        {chosen === 'picture' && <PictureForm onInsert={onInsert} />}
        {rule && (
          <ComponentForm name={chosen} rule={rule} shelves={shelves} inside={selection} onInsert={onInsert} />
        )}
      </Step>
    </Dialog>
  )
}

function Menu({ onChoose }: { onChoose: (name: string) => void }) {
  const entry = (name: string, title: string, purpose?: string) => (
    <li key={name}>
      <button type="button" onClick={() => onChoose(name)}>
        <b>{title}</b>
        {purpose && <span> {purpose}</span>}
      </button>
    </li>
  )
  return (
    <>
      <p>{words.insert.choose}</p>
      <ul className="picker">
        {[...links, 'picture' as const].map((name) => entry(name, words.insert[name]))}
        {components.map(([name, { purpose }]) => entry(name, words.insert.names[name] ?? name, purpose))}
      </ul>
    </>
  )
}

function LinkForm({
  kind,
  shelves,
  selection,
  onInsert,
}: {
  kind: Link
  shelves: Shelves
  selection: string
  onInsert: Insert
}) {
  const [picked, setPicked] = useState<Choice>()
  if (!picked)
    return (
      <Picker
        label={
          { claim: words.insert.searchClaim, place: words.insert.searchPlace, term: words.insert.searchTerm }[
            kind
          ]
        }
        choices={choicesOf(kind, shelves)}
        onPick={setPicked}
      />
    )
  const put = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const shown = String(new FormData(event.currentTarget).get('shown')).replace(/\s+/g, ' ').trim()
    onInsert(`[${shown.replace(/[[\]]/g, '')}](${kind === 'place' ? '' : `${kind}:`}${picked.id})`, false)
  }
  return (
    <Step>
      <form onSubmit={put}>
        <p>
          <b>{picked.title}</b> {picked.more}
        </p>
        <label>
          {words.insert.linkText}
          <input
            name="shown"
            required
            defaultValue={selection || (kind === 'claim' ? picked.more : picked.title)}
          />
        </label>
        <button type="submit" className="strong">
          {words.insert.do}
        </button>
      </form>
    </Step>
  )
}

function choicesOf(
  kind: Link | string,
  { claims, places, terms, comparisons, pictures }: Shelves,
  asPicture = false,
): Choice[] {
  if (kind === 'claim')
    return claims
      .filter(({ canBeDrawn }) => canBeDrawn || !asPicture)
      .map(({ id, statement, figure, words }) => ({ id, title: statement, more: figure, words }))
  if (kind === 'term') return terms.map(({ id, term, words }) => ({ id, title: term, words }))
  if (kind === 'comparison')
    return comparisons.map(({ id, title }) => ({ id, title, words: `${id} ${title}`.toLowerCase() }))
  if (kind === 'picture') return pictures.map((id) => ({ id, title: id, words: id }))
  return places.map(({ to, title, page }) => ({
    id: to,
    title,
    more: page,
    words: `${title} ${page} ${to}`.toLowerCase(),
  }))
}

function ComponentForm({
  name,
  rule,
  shelves,
  inside,
  onInsert,
}: {
  name: string
  rule: ComponentRule
  shelves: Shelves
  inside: string
  onInsert: Insert
}) {
  const settings = settingsOf(rule).filter(({ made }) => !made)
  const [picked, setPicked] = useState<Record<string, Choice | undefined>>({})
  const rows = shelves.comparisons.find(({ id }) => id === picked.of?.id)?.rows
  const put = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    // of rows there can be several
    const form = Object.fromEntries([...data.keys()].map((key) => [key, data.getAll(key).join(', ')]))
    const ids = Object.entries(picked).map(([key, choice]) => [key, choice?.id ?? ''])
    onInsert(componentText(name, rule, { ...form, ...Object.fromEntries(ids) }, inside), true)
  }
  return (
    <form onSubmit={put}>
      <h3>{words.insert.names[name] ?? name}</h3>
      <p>{rule.purpose}</p>
      {settings.map((setting) =>
        setting.refersTo ? (
          <fieldset key={setting.name}>
            <legend>{labelOf(setting)}</legend>
            <Step key={picked[setting.name]?.id}>
              {picked[setting.name] ? (
                <p>
                  <b>{picked[setting.name]?.title}</b>{' '}
                  <button type="button" onClick={() => setPicked({ ...picked, [setting.name]: undefined })}>
                    {words.insert.other}
                  </button>
                </p>
              ) : (
                <Picker
                  label={words.list.find}
                  choices={choicesOf(setting.refersTo, shelves, true)}
                  onPick={(choice) => setPicked({ ...picked, [setting.name]: choice })}
                />
              )}
            </Step>
          </fieldset>
        ) : setting.name === 'rows' ? (
          rows && (
            <fieldset key={setting.name}>
              <legend>{words.insert.rows}</legend>
              {rows.map(({ id, title }) => (
                <label key={id} className="tick">
                  <input type="checkbox" name="rows" value={id} /> {title}
                </label>
              ))}
            </fieldset>
          )
        ) : (
          <div key={setting.name}>
            <label htmlFor={`setting-${setting.name}`}>{labelOf(setting)}</label>
            {setting.choices ? (
              <select id={`setting-${setting.name}`} name={setting.name}>
                {!setting.needed && <option value="">{words.insert.usual}</option>}
                {setting.choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {words.insert.choices[choice] ?? choice}
                  </option>
                ))}
              </select>
            ) : (
              <input
                id={`setting-${setting.name}`}
                name={setting.name}
                required={setting.needed}
                placeholder={setting.hint}
              />
            )}
          </div>
        ),
      )}
      <button
        type="submit"
        className="strong"
        disabled={settings.some(({ name, needed, refersTo }) => needed && refersTo && !picked[name])}
      >
        {words.insert.do}
      </button>
    </form>
  )
}

function labelOf({ name, needed }: Setting): string {
  const label = words.insert.settings[name] ?? name
  return needed ? label : fill(words.insert.optional, { name: label })
}

function PictureForm({ onInsert }: { onInsert: Insert }) {
  const [problem, setProblem] = useState('')
  const put = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { file, alt, caption } = Object.fromEntries(new FormData(event.currentTarget))
    try {
      const { address } = await call('picture', { bytes: await base64(file as File), description: alt })
      onInsert(
        componentText('Figure', vocabulary.Figure, {
          src: address,
          alt: settingText(String(alt)),
          caption: String(caption),
        }),
        true,
      )
    } catch (fault) {
      setProblem((fault as Error).message)
    }
  }
  return (
    <form onSubmit={put}>
      <label>
        {words.insert.file}
        <input
          type="file"
          name="file"
          required
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        />
      </label>
      <label>
        {words.insert.alt}
        <textarea name="alt" required minLength={3} maxLength={500} rows={2} />
      </label>
      <label>
        {words.insert.caption}
        <input name="caption" maxLength={300} />
      </label>
      {problem && <Problem>{problem}</Problem>}
      <button type="submit" className="strong">
        {words.insert.upload}
      </button>
    </form>
  )
}

function base64(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = failed
    reader.readAsDataURL(file)
  })
}
