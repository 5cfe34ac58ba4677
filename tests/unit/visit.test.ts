import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Words } from '../../lib/content/interface'
import {
  type Answers,
  type Form,
  fieldsOf,
  fragmentAsking,
  fragmentOf,
  longestFragment,
  partsOf,
  questionId,
  questionsFrom,
  readFragment,
  textOf,
} from '../../lib/visit'

const aForm = (): Form => ({
  statements: [
    { id: 'sleep-soon', row: 'will-it-work', statement: 'I want to sleep well soon.' },
    { id: 'dry-feet', row: 'side-effects', statement: 'I want to keep my feet dry.' },
  ],
  options: [
    { id: 'sea-air', name: 'Sea air', way: 'therapy' },
    { id: 'rest', name: 'Rest', way: 'medicine' },
  ],
  questions: [
    {
      id: questionId('How far should I walk?'),
      text: 'How far should I walk?',
      about: 'therapy',
      from: 'Sea air',
    },
  ],
})

const someAnswers = (): Answers => ({
  going: 'I lie awake – “every” night 😴',
  'matter-sleep-soon': 'very',
  'lean-rest': 'away',
  [`ask-${questionId('How far should I walk?')}`]: 'on',
  questions: 'Who comes along?\n\n  When do we turn back? ',
})

const read = (fragment: string, form = aForm()) => readFragment(fragment, fieldsOf(form))
const base64 = (text: string) => Buffer.from(text).toString('base64url')
const words: Words['visit'] = parse(readFileSync('tests/fixtures/content/en/interface.yaml', 'utf8')).visit

test('a sheet comes back from its link as it was', () => {
  expect(read(fragmentOf(someAnswers()))).toEqual({ answers: someAnswers(), adds: false, leftOut: 0 })
})

test('a link shows no word of the answers', () => {
  expect(fragmentOf(someAnswers())).toMatch(/^sheet=1\.[\w-]+$/)
})

test('the fullest sheet fits into a link, in any script', () => {
  const form: Form = {
    statements: Array.from({ length: 30 }, (_, n) => ({
      id: `a-statement-${n}`,
      row: 'will-it-work',
      statement: `Statement ${n}`,
    })),
    options: Array.from({ length: 6 }, (_, n) => ({ id: `an-option-${n}`, name: `Option ${n}` })),
    questions: Array.from({ length: 250 }, (_, n) => ({
      id: questionId(`Question ${n}?`),
      text: `Question ${n}?`,
      about: 'any',
      from: 'Sea air',
    })),
  }
  const answers: Answers = {}
  for (const [name, allowed] of fieldsOf(form))
    answers[name] = typeof allowed === 'number' ? '気'.repeat(allowed) : (allowed[0] ?? '')
  const fragment = fragmentOf(answers)
  expect(fragment.length).toBeLessThanOrEqual(longestFragment)
  expect(read(fragment, form)?.answers).toEqual(answers)
})

test.each([
  ['nothing', ''],
  ['the fragment of another page', 'side-effects'],
  ['a sheet without its number', 'sheet=e30'],
  ['a sheet of a later version', fragmentOf(someAnswers()).replace('sheet=1.', 'sheet=2.')],
  ['a link that was cut off', fragmentOf(someAnswers()).slice(0, -7)],
  ['a link with a slip in it', `${fragmentOf(someAnswers()).slice(0, 30)}%%%`],
  ['something else in the same coat', `sheet=1.${base64('"hello"')}`],
  ['a list', `sheet=1.${base64('["very"]')}`],
  ['null', `sheet=1.${base64('null')}`],
  ['bytes that are no text', 'sheet=1._____w'],
  ['answers of another site', `sheet=1.${base64('{"address":"12 Shore Road","__proto__":"x"}')}`],
  ['questions that are not asked here', fragmentAsking(['nobody', 'knows'])],
  ['too much', `sheet=1.${'A'.repeat(longestFragment)}`],
])('a fragment with %s is not read', (_, fragment) => {
  expect(read(fragment)).toBeUndefined()
})

test('answers the form does not ask for are left out and counted', () => {
  const fragment = fragmentOf({
    ...someAnswers(),
    'matter-gone': 'very',
    'matter-dry-feet': 'extremely',
    since: 'x'.repeat(5000),
  })
  expect(read(fragment)).toEqual({ answers: someAnswers(), adds: false, leftOut: 3 })
})

test('values that are not texts are left out', () => {
  expect(read(`sheet=1.${base64('{"going":{"a":1},"since":7,"tried":"rest"}')}`)).toEqual({
    answers: { tried: 'rest' },
    adds: false,
    leftOut: 2,
  })
})

test('pasted HTML stays text', () => {
  const html = '<img src=x onerror=alert(1)>'
  expect(read(fragmentOf({ going: html }))?.answers.going).toBe(html)
})

test('marked questions come on top of a sheet', () => {
  const id = questionId('How far should I walk?')
  expect(read(fragmentAsking([id]))).toEqual({ answers: { [`ask-${id}`]: 'on' }, adds: true, leftOut: 0 })
})

test('a question has one name wherever it stands', () => {
  expect(questionId('How far should I walk?')).toBe(questionId(' How far  should I walk '))
  expect(questionId('How far should I walk?')).not.toBe(questionId('How fast should I walk?'))
})

test('a question that two articles ask stands once, where it was asked first', () => {
  const article = (title: string) => ({
    details: { title },
    questionsToAsk: [{ about: 'any' as const, text: 'What does it cost?' }],
  })
  expect(questionsFrom([article('Sea air'), article('Rest')])).toMatchObject([
    { text: 'What does it cost?', from: 'Sea air' },
  ])
})

test('the sheet in words holds every answer and nothing that was not answered', () => {
  expect(textOf('My visit', partsOf(someAnswers(), aForm(), words))).toMatchInlineSnapshot(`
    "My visit

    What is going on
    - What I most want to change: I lie awake – “every” night 😴

    Very important to me
    - I want to sleep well soon.

    Where I lean
    - Rest: Away

    Questions I want to ask
    - How far should I walk?
    - Who comes along?
    - When do we turn back?
    "
  `)
})

test('own lines stand with the importance they were given', () => {
  const parts = partsOf(
    { 'line-1': 'My dog', 'line-matter-1': 'somewhat', 'line-2': 'My garden' },
    aForm(),
    words,
  )
  expect(parts.map(({ id, lines }) => [id, lines.map(({ text }) => text)])).toEqual([
    ['somewhat', ['My dog']],
    ['also', ['My garden']],
  ])
})
