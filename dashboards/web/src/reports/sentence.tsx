import type { Sentence } from '@huiyin/schemas/report.ts'
import style from './paper.module.css'
import type { Showing } from './shown.ts'
import { Source } from './source.tsx'

/** A sentence; the pieces that read a figure are marked in it. */
export const SentenceText = ({ name, sentence, ...showing }: { name: string; sentence: Sentence } & Showing) => (
  <Source name={name} cites={sentence.cites} {...showing}>
    {sentence.said.map(({ text, cites }, at) =>
      cites ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a stored sentence never move
        <span key={at} className={style.read}>
          {text}
        </span>
      ) : (
        text
      )
    )}
  </Source>
)
