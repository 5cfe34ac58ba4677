import * as React from 'react'
import * as jsxRuntime from 'react/jsx-runtime'

type Components = Record<string, React.ElementType>

/** The component that compiled code draws. The code comes from our own compiler and holds words only: the checker has seen to that. */
export function evaluate(code: string): (props: { components: Components }) => React.ReactNode {
  return new Function('React', '_jsx_runtime', `${code}`)(React, jsxRuntime).default
}

/** The text of an article, drawn with the given components. */
export function Body({ code, components }: { code: string; components: object }) {
  const Content = evaluate(code)
  return <Content components={components as Components} />
}
