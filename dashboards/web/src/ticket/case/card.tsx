import type { ReactNode } from 'react'
import style from './case.module.css'

type CardProps = {
  title: ReactNode
  marks?: ReactNode
  facts?: readonly (string | false | undefined)[]
  acts?: ReactNode
  children?: ReactNode
}

/** One thing of a case: what it is, how it stands, who did what, and what one can do. */
export const Card = ({ title, marks, facts = [], acts, children }: CardProps) => (
  <article className={style.card}>
    <p className={style.line}>
      <strong>{title}</strong>
      {marks}
      {facts.filter(Boolean).map(fact => (
        <span key={String(fact)} className={style.faint}>
          {fact}
        </span>
      ))}
    </p>
    {children}
    <div className={style.acts}>{acts}</div>
  </article>
)

export const Mark = ({ tone, children }: { tone: 'plain' | 'soon' | 'good' | 'late'; children: ReactNode }) => (
  <span className={`${style.mark} ${style[tone]}`}>{children}</span>
)
