'use client'

import type { Finding } from '@/lib/content'
import { editPage } from '@/lib/studio/addresses'
import type { Checked } from '@/lib/studio/drafts'
import { fill } from '@/lib/words'
import { words } from './words'

type Props = {
  checked: Checked | undefined
  root: string
  onGo: (finding: Finding) => void
  onFix: (finding: Finding) => void
}

/** What is wrong with the text, in plain words, each with its place and, where it is safe, a button that puts it right. */
export function Findings({ checked, root, onGo, onFix }: Props) {
  const count = (severity: string) =>
    checked?.findings.filter((finding) => finding.severity === severity).length ?? 0
  return (
    <section className="findings" aria-labelledby="findings">
      <h2 id="findings">{words.findings.title}</h2>
      <p role="status">{said()}</p>
      {checked && (
        <ol>
          {inOrder(checked.findings).map((finding) => (
            <li
              key={`${finding.line}:${finding.column}:${finding.rule}:${finding.message}`}
              className={finding.severity}
            >
              <button type="button" className="place" onClick={() => onGo(finding)}>
                {fill(words.findings.line, { line: finding.line })} · {words.findings[finding.severity]}
              </button>
              <p>{finding.message}</p>
              <p>
                {fixOf(finding)}{' '}
                {(finding.edit || isNewPlace(finding)) && (
                  <button type="button" onClick={() => onFix(finding)}>
                    {words.findings.doFix}
                    <span className="vh">: {fixOf(finding)}</span>
                  </button>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {checked && checked.elsewhere.length > 0 && (
        <>
          <h3>{words.findings.elsewhere}</h3>
          <ul>
            {checked.elsewhere.map((finding) => (
              <li key={`${finding.file}:${finding.line}:${finding.column}:${finding.message}`}>
                <a href={editPage(finding.file.slice(root.length + 1), finding.line)}>
                  {finding.file}, {fill(words.live.place, { line: finding.line })}
                </a>
                <p>
                  {finding.message} {finding.fix}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {checked?.reading && (
        <p className="note">
          {fill(words.findings.grade, {
            grade: checked.reading.grade,
            most: checked.reading.highestGrade,
            words: checked.reading.words,
          })}
        </p>
      )}
    </section>
  )

  function said(): string {
    if (!checked) return words.findings.checking
    if (checked.findings.length === 0) return words.findings.none
    const [fix, look] = [count('fix'), count('look')]
    return [fix && fill(words.findings.toFix, { n: fix }), look && fill(words.findings.toLookAt, { n: look })]
      .filter(Boolean)
      .join(', ')
  }
}

/** A page or a part of it that is not in the list of addresses: the studio writes it there. */
export const isNewPlace = ({ rule }: Finding) => rule === 'ledger-missing'

const fixOf = (finding: Finding) => (isNewPlace(finding) ? words.findings.record : finding.fix)

/** What stops the page from being published comes first. */
function inOrder(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => Number(a.severity === 'look') - Number(b.severity === 'look'))
}
