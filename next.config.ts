import type { NextConfig } from 'next'

const development = process.env.NODE_ENV === 'development'

export default {
  // Outside development the pages are written to a folder of files; a publish step finishes them.
  ...(development ? {} : { output: 'export', distDir: process.env.PAGES_FOLDER ?? '.build/pages' }),
  // The same program and the same words give the same files.
  generateBuildId: () => process.env.PROGRAM ?? null,
  trailingSlash: true,
  // mdx-bundler starts esbuild's own program, which cannot be bundled.
  serverExternalPackages: ['mdx-bundler', 'esbuild'],
  // The studio stands in *.dev.tsx and *.dev.ts, which exist only in development.
  pageExtensions: development ? ['tsx', 'ts', 'dev.tsx', 'dev.ts'] : ['tsx', 'ts'],
  devIndicators: false,
  // “npm test” checks the types; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
} satisfies NextConfig
