import { Button } from 'antd'
import type { ReactNode } from 'react'
import { BackIcon } from '../marks/icons.tsx'
import style from './sheet-head.module.css'

type HeadProps = {
  title: ReactNode
  /** Of a title that is of the house's own words, whatever the page speaks. */
  lang?: 'zh'
  /** Where the way back leads. */
  back: string
  onClose: () => void
  children?: ReactNode
}

/** What stands open beside a list, the way back to it, and what one may do. */
export const SheetHead = ({ title, lang, back, onClose, children }: HeadProps) => (
  <header className={style.head}>
    <div className={style.title}>
      <Button type="text" icon={<BackIcon />} aria-label={back} className={style.back ?? ''} onClick={onClose} />
      <h2 lang={lang}>{title}</h2>
    </div>
    {children}
  </header>
)
