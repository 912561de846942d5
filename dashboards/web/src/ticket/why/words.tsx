import type { MarkKind, Span } from './judgement.ts'
import { partsOf, strength } from './parts.ts'
import style from './why.module.css'

/** The text, with what spoke for an answer underlined in the answer's own way. */
export const MarkedWords = ({ text, spans, kind }: { text: string; spans: readonly Span[]; kind: MarkKind }) =>
  partsOf(text, spans).map(({ from, text, weight }) =>
    weight === undefined ? (
      text
    ) : (
      <mark key={from} className={style.mark} data-mark={kind} data-weight={strength(weight)}>
        {text}
      </mark>
    )
  )
