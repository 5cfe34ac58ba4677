// The one place that touches what the browser keeps for us. Browsers may refuse even a look.
const name = 'my-visit'

/** The sheet that is kept on this device, if there is one. */
export function readKept(): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** What became of keeping a sheet. It is not written over one that another tab has kept since this tab last looked. */
export function keep(text: string, seen: string | null): 'kept' | 'refused' | 'changed' {
  try {
    if (localStorage.getItem(name) !== seen) return 'changed'
    localStorage.setItem(name, text)
    return 'kept'
  } catch {
    // An older sheet must not stay behind as if it were this one.
    forget()
    return 'refused'
  }
}

/** Nothing is kept any more. */
export function forget(): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // what cannot be reached cannot be kept either
  }
}

/** Calls back when another tab has kept another sheet (its text) or stopped keeping one (nothing). */
export function whenKeptElsewhere(call: (text: string | null) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === name || key === null) call(newValue)
  }
  addEventListener('storage', listen)
  return () => removeEventListener('storage', listen)
}

/** Erasing reaches every open sheet of this browser, also those that are not kept. */
export function eraseChannel(erased: () => void): { tellOthers: () => void; close: () => void } {
  const channel = new BroadcastChannel(name)
  channel.onmessage = erased
  return { tellOthers: () => channel.postMessage('erase'), close: () => channel.close() }
}
