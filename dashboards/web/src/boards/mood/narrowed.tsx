import type { BoardMood } from '@huiyin/schemas/api-boards.ts'
import { Button } from 'antd'
import { t } from '../../language.ts'
import { accountName } from '../behind/narrowed-to.ts'
import { type BoardPlace, goTo, NARROWS, otherNumbers } from '../place.ts'
import style from './mood.module.css'

/** To which topic and place the view is narrowed, and the way back to all. Accounts and departments are chosen above. */
export function Narrowed({ place, board }: { place: BoardPlace; board: BoardMood }) {
  const words = NARROWS.map(of => (of === 'account' && place.account ? accountName(place.account, board) : place[of]))
  const said = words.filter(Boolean)
  if (said.length === 0) return null
  return (
    <p className={style.narrowed}>
      {t('mood.narrowed', { what: said.join(' · ') })}
      <Button
        size="small"
        type="link"
        onClick={() => goTo(otherNumbers(place, Object.fromEntries(NARROWS.map(of => [of, undefined]))))}
      >
        {t('mood.all')}
      </Button>
    </p>
  )
}
