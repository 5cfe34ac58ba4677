import type { SettingsOf } from '@/lib/content/vocabulary'

/** A picture with its description and the line under it. */
export function Figure({ src, alt, caption }: SettingsOf<'Figure'>) {
  return (
    <figure>
      <img src={src} alt={alt} loading="lazy" decoding="async" />
      {caption && <figcaption className="note">{caption}</figcaption>}
    </figure>
  )
}
