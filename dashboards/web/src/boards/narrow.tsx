import type { BoardOverview } from '@huiyin/schemas/api-boards.ts'
import { Select } from 'antd'
import { t } from '../language.ts'
import { useOverview } from './ask.ts'
import style from './board.module.css'
import { type BoardPlace, changedPlace, goTo, NARROWS, otherNumbers, wantedOf } from './place.ts'

/** Narrows a board to one account, one department or both. */
export function Narrow({ place }: { place: BoardPlace }) {
  const whole = changedPlace({ ...wantedOf(place), board: 'overview' }, NOTHING)
  const { data } = useOverview(wantedOf(whole))
  return (
    <span className={style.narrow}>
      {(['account', 'department'] as const).map(of => (
        <Select<string>
          key={of}
          variant="filled"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          value={place[of] ?? null}
          placeholder={t(`boards.${of}`)}
          aria-label={t(`boards.${of}`)}
          onChange={value => goTo(otherNumbers(place, { [of]: value ?? undefined }))}
          options={optionsOf(data, of, place[of])}
        />
      ))}
    </span>
  )
}

const NOTHING = Object.fromEntries(NARROWS.map(name => [name, undefined]))

function optionsOf(data: BoardOverview | undefined, of: 'account' | 'department', chosen: string | undefined) {
  const known = (data?.[`${of}s`] ?? []).map(({ key, name }) => ({ value: key, label: name }))
  const missing = chosen !== undefined && known.every(({ value }) => value !== chosen)
  return missing ? [{ value: chosen, label: chosen }, ...known] : known
}
