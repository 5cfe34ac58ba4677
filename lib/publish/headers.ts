import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pages, searchFolder } from '../addresses'
import type { Build } from './step'

/** Headers of all addresses that start like this. A later rule replaces what an earlier one said. */
export type HeaderRule = { under: string; headers: Record<string, string> }

/** Where the file stands that tells browsers which pages they may fetch ahead. */
export const speculationRules = '/speculation-rules.json'

/** The policy of a page: it may load style, pictures, font, script and texts from here, and nothing from anywhere else. */
function policy(script = ''): string {
  return [
    "default-src 'none'",
    `script-src 'self'${script}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

// Copying and sharing stay at what browsers allow: the page itself, when the reader asks for it.
const off = [
  'accelerometer',
  'attribution-reporting',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** Every header of the site; all servers take them from here. */
export const headerRules: HeaderRule[] = [
  {
    under: '/',
    headers: {
      'Content-Security-Policy': policy(),
      'Referrer-Policy': 'no-referrer',
      'Permissions-Policy': off.map((feature) => `${feature}=()`).join(', '),
      'X-Content-Type-Options': 'nosniff',
      'Strict-Transport-Security': 'max-age=31536000',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Speculation-Rules': `"${speculationRules}"`,
      // a page may be kept, but is asked for again before it is shown
      'Cache-Control': 'no-cache',
    },
  },
  // names that change with what the file holds
  { under: '/_next/static/', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
  // the search program is WebAssembly
  ...[pages.search, searchFolder].map((under) => ({
    under,
    headers: { 'Content-Security-Policy': policy(" 'wasm-unsafe-eval'") },
  })),
  // pictures that are made to be shown elsewhere
  { under: '/previews/', headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' } },
]

/** What kind of file it is, by the end of its name. */
const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
}
const anyType = 'application/octet-stream'
const speculationType = 'application/speculationrules+json; charset=utf-8'

/** The content type of the file at a path. */
export function contentType(path: string): string {
  if (path === speculationRules) return speculationType
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? anyType
}

/** The headers of the answer for a path. */
export function headersFor(path: string): Record<string, string> {
  return Object.assign(
    {},
    ...headerRules.filter(({ under }) => path.startsWith(under)).map(({ headers }) => headers),
  )
}

/** An address that has moved. */
export type Redirect = { from: string; to: string }

/** The addresses of the ledger that have moved, each with where its words are now. */
export function redirectsOf({ published }: Build['library']): Redirect[] {
  return published.addresses.flatMap(({ address, moved, sections = {} }) => [
    ...(moved ? [{ from: address, to: moved }] : []),
    ...Object.entries(sections).flatMap(([id, section]) =>
      section.moved ? [{ from: `${address}${id}/`, to: section.moved }] : [],
    ),
  ])
}

/** Writes the headers and redirects in the forms that servers read: several static hosts read the first two, nginx the third. */
export async function headers({ folder, library }: Build): Promise<void> {
  const redirects = redirectsOf(library)
  await writeFile(join(folder, '_headers'), headersFile())
  await writeFile(join(folder, '_redirects'), redirectsFile(redirects))
  await writeFile(join(folder, '_nginx.conf'), nginxFile(redirects))
}

/** The file _headers, as several static hosts read it. “!” takes back what an earlier rule has said; hosts without it keep the last. */
export function headersFile(): string {
  const rules = [
    ...headerRules.map(({ under, headers }) => ({ path: `${under}*`, headers })),
    { path: speculationRules, headers: { 'Content-Type': speculationType } },
  ]
  return rules
    .map(({ path, headers }, index) =>
      [
        path,
        ...Object.entries(headers).flatMap(([name, value]) => [
          ...(index > 0 ? [`  ! ${name}`] : []),
          `  ${name}: ${value}`,
        ]),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n')
}

/** The part of an nginx configuration that belongs into its server block. */
export function nginxFile(redirects: Redirect[]): string {
  const place = (match: string, path: string, ...rules: string[]) =>
    [
      `location ${match} {`,
      // nginx forgets the headers of the server where a location has its own, so each says all
      ...Object.entries(headersFor(path)).map(
        ([name, value]) => `  add_header ${name} ${quoted(value)} always;`,
      ),
      ...rules.map((rule) => `  ${rule}`),
      '}',
    ].join('\n')
  const [everywhere, ...others] = headerRules
  return [
    'types {',
    ...Object.entries(contentTypes).map(([end, type]) => `  ${quoted(type)} ${end};`),
    '}',
    `default_type ${anyType};`,
    'index index.html;',
    'error_page 403 =404 /404.html;',
    'error_page 404 /404.html;',
    'absolute_redirect off;',
    'server_tokens off;',
    'gzip_static on;',
    'gzip_vary on;',
    place('/', everywhere?.under ?? '/'),
    ...others.map(({ under }) => place(`^~ ${under}`, under)),
    place(`= ${speculationRules}`, speculationRules, 'types {}', `default_type ${quoted(speculationType)};`),
    ...redirects.map(({ from, to }) => place(`= ${from}`, from, `return 301 ${to};`)),
    ...['_headers', '_redirects', '_nginx.conf'].map((file) => `location = /${file} { return 404; }`),
  ]
    .join('\n')
    .concat('\n')
}

const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`

/** The file _redirects, as several static hosts read it. */
export function redirectsFile(redirects: Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('')
}

/** The redirects that the file _redirects holds. */
export function readRedirects(file: string): Redirect[] {
  return file.split('\n').flatMap((line) => {
    const [from, to] = line.split(' ')
    return from && to ? [{ from, to }] : []
  })
}
