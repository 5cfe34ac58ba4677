import { useEffect, useRef, useState } from 'react'
import type { Words } from '@/lib/content'
import { type Answers, type Arrival, type Form, fieldsOf, fragmentOf, readFragment } from '@/lib/visit'
import { fill } from '@/lib/words'
import { answersIn, putIn } from './form-answers'
import { eraseChannel, forget, keep, readKept, whenKeptElsewhere } from './kept'

/** Another sheet than the one on the page, to choose from. */
export type Offer = { answers: Answers; from: 'tab' | 'link'; text: string }

/** The life of a sheet. The form holds the answers; what is here follows it, keeps it if asked to, and never writes over another sheet unseen. */
export function useSheet(form: Form, words: Words['visit']) {
  const page = useRef<HTMLFormElement>(null)
  const [fields] = useState(() => fieldsOf(form))
  // undefined until the browser runs this: until then the page is the form that works without script
  const [answers, setAnswers] = useState<Answers>()
  const [keeps, setKeeps] = useState(false)
  const [said, say] = useState('')
  const [offer, setOffer] = useState<Offer>()
  /** what this tab last saw kept; undefined while it does not keep */
  const seen = useRef<string | null>(undefined)
  const tellOthers = useRef(() => {})

  const now = () => (page.current ? answersIn(page.current, fields.keys()) : {})

  const show = (next: Answers) => {
    if (page.current) putIn(page.current, next)
    setAnswers(next)
    save()
  }

  const startKeeping = (text: string | null) => {
    seen.current = text
    setKeeps(true)
  }

  const stopKeeping = (sentence: string) => {
    seen.current = undefined
    setKeeps(false)
    say(sentence)
  }

  const save = () => {
    if (seen.current === undefined) return undefined
    const text = fragmentOf(now())
    const result = keep(text, seen.current)
    if (result === 'kept') seen.current = text
    if (result === 'changed') meet(readKept())
    if (result === 'refused') stopKeeping(words.saidRefused)
    return result
  }

  const leftOut = (arrival: Arrival | undefined) =>
    arrival?.leftOut ? fill(words.saidLeftOut, { n: arrival.leftOut }) : ''

  /** Another tab has kept something: the reader is asked, unless it says the same. */
  const meet = (text: string | null) => {
    if (seen.current === undefined) return
    const other = text === null ? undefined : readFragment(text, fields)
    if (text === null) stopKeeping(words.saidNotKeptElsewhere)
    else if (!other || text === fragmentOf(now())) {
      seen.current = text
      setOffer(undefined)
    } else ask({ answers: other.answers, from: 'tab', text })
  }

  const ask = (about: Offer) => {
    setOffer(about)
    say(words.saidTwo)
  }

  const clear = () => {
    page.current?.reset()
    forget()
    setAnswers({})
    setOffer(undefined)
    stopKeeping(words.saidErased)
  }

  /** A fragment that names no place on the page should hold answers; it does not stay in the address line. */
  const arrive = () => {
    const fragment = location.hash.slice(1)
    if (!fragment || document.getElementById(fragment)) return
    history.replaceState(history.state, '', location.pathname)
    const arrival = readFragment(fragment, fields)
    if (!arrival) return say(words.saidUnreadable)
    const mine = now()
    const next = arrival.adds ? { ...mine, ...arrival.answers } : arrival.answers
    const replaces = !arrival.adds && Object.keys(mine).length > 0 && fragmentOf(next) !== fragmentOf(mine)
    if (replaces) return ask({ answers: next, from: 'link', text: fragment })
    show(next)
    say([arrival.adds ? words.saidAdded : words.saidOpened, leftOut(arrival)].filter(Boolean).join(' '))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: it starts once; the functions read the page and refs, not old values
  useEffect(() => {
    const text = readKept()
    const kept = text === null ? undefined : readFragment(text, fields)
    if (text !== null) {
      startKeeping(text)
      say(kept ? leftOut(kept) : words.saidUnreadable)
    }
    // what was typed before the script ran is not lost
    if (kept) show({ ...kept.answers, ...now() })
    else setAnswers(now())
    arrive()
    const channel = eraseChannel(clear)
    tellOthers.current = channel.tellOthers
    const stopListening = whenKeptElsewhere(meet)
    addEventListener('hashchange', arrive)
    return () => {
      channel.close()
      stopListening()
      removeEventListener('hashchange', arrive)
    }
  }, [])

  return {
    page,
    answers,
    keeps,
    said,
    offer,
    say,
    changed: () => {
      setAnswers(now())
      say('')
      save()
    },
    setKeep: (on: boolean) => {
      if (!on) {
        forget()
        setOffer(undefined)
        return stopKeeping(words.saidNotKept)
      }
      startKeeping(null)
      if (save() === 'kept') say(words.saidKept)
    },
    choose: (which: 'mine' | 'other') => {
      if (!offer) return
      setOffer(undefined)
      say('')
      if (offer.from === 'tab') seen.current = offer.text
      if (which === 'other') show(offer.answers)
      else save()
    },
    erase: () => {
      clear()
      tellOthers.current()
    },
  }
}
