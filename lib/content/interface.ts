import { z } from 'zod'

const word = z.string().trim().min(1, 'Write the words that readers see here')
const words = <Key extends string>(...keys: Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, word])) as Record<Key, typeof word>)

/** Every word of the interface, by the room that shows it. {curly} parts are filled in by the program. */
export const interfaceWords = z.strictObject({
  site: words('name', 'description', 'skip', 'crisisQuestion', 'call', 'text', 'chat', 'or', 'danger', 'callDanger', 'menu', 'compare', 'visit', 'search', 'all', 'home', 'print'),
  footer: words('inform', 'howWeWrite', 'sources', 'privacy', 'accessibility', 'about', 'reach', 'questions', 'glossary', 'changes', 'handout', 'clinicians', 'services', 'phone', 'email', 'emailWarning', 'booking', 'hours'),
  ways: words('therapy', 'medicine', 'both', 'waiting'),
  home: words('lineTherapy', 'lineMedicine', 'lineBoth', 'lineWaiting', 'lead', 'more', 'helpNow', 'understand', 'understandMore', 'compare', 'compareMore', 'prepare', 'prepareMore', 'helpSomeone', 'helpSomeoneMore', 'glance', 'compareAll', 'countOn', 'about'),
  promises: words('sources', 'reviewed', 'private', 'sells'),
  article: words('alsoCalled', 'keyPoints', 'onThisPage', 'related', 'readingTime', 'notes', 'sources', 'notesHelp'),
  review: words('label', 'author', 'makers', 'written', 'changed', 'checkedBy', 'checkedOn', 'nobody', 'checkAgain', 'unreviewed', 'overdue', 'overdueNote', 'reviewed'),
  know: words('how', 'close', 'with', 'without', 'of', 'forWhom', 'howLong', 'howSure', 'sources', 'checked', 'caveat', 'example', 'allSources', 'read', 'high', 'moderate', 'low', 'very-low', 'guideline', 'disputed'),
  term: words('means', 'glossary'),
  people: words('each', 'filled', 'withPeople', 'key'),
  help: words('soon', 'today', 'now', 'soonDo', 'todayDo', 'nowDo'),
  callout: words('note', 'important', 'warning'),
  doDont: words('do', 'dont', 'not'),
  comparison: words('show', 'question', 'rows', 'whole', 'caution', 'otherComparisons', 'openComparison', 'indexTitle', 'indexSummary'),
  share: words('share', 'part', 'copy', 'copied', 'copyFailed', 'send', 'mail', 'text', 'discreet', 'code', 'scan', 'open', 'close'),
  paper: words('scan', 'code'),
  search: words('title', 'summary', 'label', 'button', 'private', 'help', 'guesses', 'found', 'foundOne', 'none', 'noneHelp', 'failed', 'index', 'indexNote', 'whole'),
  handout: words(
    'title', 'summary', 'private', 'howWithout', 'choose', 'find', 'findNone', 'clinic', 'chosen', 'none', 'up', 'down', 'remove', 'moved', 'removed', 'added',
    'print', 'copyLink', 'copied', 'copyFailed', 'clear', 'preview', 'loading', 'failed', 'again', 'missing', 'missingGone', 'long', 'date', 'scan',
  ),
  section: words('part', 'nav', 'whole', 'before', 'after', 'send', 'scan', 'discreet', 'unreviewed', 'reviewed', 'written', 'checkAgain', 'changed'),
  moved: words('title', 'to', 'goneTitle', 'gone', 'part', 'partGone'),
  short: words('title', 'description', 'open', 'changed', 'gone'),
  changes: words('title', 'summary', 'new', 'feed'),
  questions: words('title', 'summary', 'from'),
  glossary: words('title', 'summary', 'more'),
  sources: words('title', 'summary', 'references', 'claims', 'usedIn', 'carries', 'open', 'readFullText', 'readAbstract', 'readSummary', 'readGuideline', 'readLabel'),
  all: words('title', 'summary', 'deciding', 'ways', 'doing', 'people', 'conditions', 'site', 'comparisons', 'tools'),
  visit: words(
    'title', 'summary', 'lead', 'private', 'privateNothing', 'privateKept', 'noChoice', 'howToChoose', 'show', 'all', 'next', 'goingPart', 'goingNote', 'going',
    'since', 'tried', 'taking', 'mattersPart', 'mattersNote', 'very', 'somewhat', 'not', 'eachWay', 'ownTitle', 'line', 'lineMatter', 'veryTitle',
    'somewhatTitle', 'notTitle', 'alsoTitle', 'leanPart', 'leanNote', 'towards', 'unsure', 'away', 'surePart', 'sureNote', 'sure', 'informed',
    'clear', 'supported', 'yes', 'no', 'askPart', 'askNote', 'askTravel', 'anyAbout', 'therapyAbout', 'medicineAbout', 'bothAbout', 'waitingAbout', 'questions', 'questionsNote', 'safetyPart', 'sheetPart', 'empty',
    'long', 'print', 'copy', 'link', 'linkNote', 'copyLink', 'keep', 'keepNote', 'erase', 'noScript', 'agreed', 'lookBack', 'copied',
    'copyFailed', 'saidKept', 'saidNotKept', 'saidNotKeptElsewhere', 'saidRefused', 'saidErased', 'saidUnreadable', 'saidLeftOut', 'saidAdded',
    'saidOpened', 'saidTwo', 'offerTab', 'offerLink', 'offerEmpty', 'useOther', 'useMine', 'mark', 'take',
  ),
  notFound: words('title', 'text', 'search', 'all'),
})

export type Words = z.infer<typeof interfaceWords>
