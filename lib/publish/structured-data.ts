import { pages, previewPicture, sectionAddress } from '../addresses'
import {
  type Document,
  documentsOf,
  type Library,
  lastChange,
  type Section,
  sectionSummary,
} from '../content'
import { once } from '../content/once'

/** One thing said in the words of schema.org. */
export type Thing = { '@type': string } & Record<string, unknown>

/** What search engines can read of the page at an address: what it is, where it stands, and its questions with their answers. */
export function structuredData(library: Library, address: string, title: string): Thing[] {
  const known = placeOf(library, address)
  if (known?.section)
    return [sectionPage(library, known.document, known.section), breadcrumbs(library, known)]
  if (known) {
    const questions = known.document.sections.filter(({ kind }) => kind === 'question')
    return [
      documentPage(library, known.document),
      breadcrumbs(library, known),
      ...(questions.length ? [questionsPage(library, address, known.document.sections)] : []),
    ]
  }
  if (address === pages.home) return [site(library)]
  const page: Thing = {
    '@type': 'WebPage',
    ...names(library, address),
    name: title,
    isPartOf: { '@id': url(library, pages.home) },
  }
  const all = library.articles.flatMap(({ sections }) => sections)
  return [
    address === pages.questions
      ? { ...questionsPage(library, address, all), ...names(library, address), name: title }
      : page,
    trail(library, [[address, title]]),
  ]
}

type Known = { document: Document; section?: Section | undefined }

/** The article, comparison or section that has its page at an address. */
export function placeOf(library: Library, address: string): Known | undefined {
  return placesOf(library).get(address)
}

const placesOf = once(
  (library: Library) =>
    new Map(
      documentsOf(library).flatMap((document): [string, Known][] => [
        [document.address, { document }],
        ...document.sections.map((section): [string, Known] => [
          sectionAddress(document.address, section.id),
          { document, section },
        ]),
      ]),
    ),
)

function documentPage(library: Library, document: Document): Thing {
  const { address, details } = document
  const reviewer = details.reviewed && library.people.get(details.reviewed.by)
  return {
    '@type': 'MedicalWebPage',
    ...names(library, address),
    name: details.title,
    description: details.summary,
    datePublished: details.written,
    dateModified: lastChange(document).on,
    // only what a clinician has really done is said
    ...(details.reviewed &&
      reviewer && {
        lastReviewed: details.reviewed.on,
        reviewedBy: {
          '@type': 'Person',
          name: reviewer.name,
          ...(reviewer.credentials && { honorificSuffix: reviewer.credentials }),
          ...(reviewer.role && { jobTitle: reviewer.role }),
        },
      }),
    ...common(library),
  }
}

function sectionPage(library: Library, document: Document, section: Section): Thing {
  const address = sectionAddress(document.address, section.id)
  return {
    '@type': 'MedicalWebPage',
    ...names(library, address),
    name: section.title,
    description: sectionSummary(document, section),
    datePublished: document.details.written,
    dateModified: lastChange(document, section.id).on,
    ...common(library),
    isPartOf: { '@id': url(library, document.address) },
  }
}

function questionsPage(library: Library, address: string, sections: Section[]): Thing {
  return {
    '@type': 'FAQPage',
    '@id': `${url(library, address)}#faq`,
    mainEntity: sections
      .filter(({ kind }) => kind === 'question')
      .map(({ title, text }) => ({
        '@type': 'Question',
        name: title,
        acceptedAnswer: { '@type': 'Answer', text },
      })),
  }
}

function site({ clinic, words, language }: Library): Thing {
  return {
    '@type': 'WebSite',
    '@id': `${clinic.site}/`,
    url: `${clinic.site}/`,
    name: words.site.name,
    description: words.site.description,
    inLanguage: language,
    publisher: { '@type': 'MedicalOrganization', name: clinic.name },
  }
}

function breadcrumbs(library: Library, { document, section }: Known): Thing {
  const { address, details, kind } = document
  return trail(library, [
    ...(kind === 'comparison'
      ? [[pages.compare, library.words.comparison.indexTitle] as [string, string]]
      : []),
    [address, details.title],
    ...(section ? [[sectionAddress(address, section.id), section.title] as [string, string]] : []),
  ])
}

function trail(library: Library, steps: [string, string][]): Thing {
  const all: [string, string][] = [[pages.home, library.words.site.name], ...steps]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map(([address, name], index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url(library, address),
    })),
  }
}

const common = (library: Library) => ({
  isPartOf: { '@id': url(library, pages.home) },
  audience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
  publisher: { '@type': 'MedicalOrganization', name: library.clinic.name },
})

const names = (library: Library, address: string) => ({
  '@id': url(library, address),
  url: url(library, address),
  inLanguage: library.language,
  image: url(library, previewPicture(address)),
})

const url = ({ clinic }: Library, address: string) => new URL(address, clinic.site).href
