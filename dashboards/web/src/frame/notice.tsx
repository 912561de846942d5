import type { ReactNode } from 'react'
import { EmptyIcon } from '../marks/icons.tsx'
import style from './frame.module.css'

/** A quiet word in the middle of an empty place. */
export const Notice = ({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) => (
  <div className={style.notice}>
    <EmptyIcon />
    <h2>{title}</h2>
    {hint && <p>{hint}</p>}
    {children}
  </div>
)
