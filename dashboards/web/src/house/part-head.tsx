import { Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import style from './house.module.css'
import type { Part } from './parts.ts'
import { goHouse } from './place.ts'

type HeadProps = {
  part: Part
  title?: string
  marks?: ReactNode
  back?: (() => void) | undefined
  children?: ReactNode
}

/** What a part is, what it is for, and what can be done with it. */
export const PartHead = ({ part, title, marks, back, children }: HeadProps) => (
  <header className={style.head}>
    <Button
      type="text"
      icon={<BackIcon />}
      aria-label={t('house.back')}
      className={back ? '' : (style.toParts ?? '')}
      onClick={back ?? (() => goHouse({}))}
    />
    <div className={style.named}>
      <h2>
        {title ?? t(`part.${part}`)}
        {marks}
      </h2>
      <p className={style.hint}>{t(`part.${part}-hint`)}</p>
    </div>
    <div className={style.acts}>{children}</div>
  </header>
)
