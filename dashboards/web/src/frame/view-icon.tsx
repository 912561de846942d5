import type { View } from '../data/views.ts'
import { SettingsIcon } from '../marks/icons.tsx'

/** The line that is drawn for each view, on a field of 16 by 16. */
const LINES: Partial<Record<View, string>> = {
  tickets: 'M2 4h12v3a1.400 1.400 0 0 0 0 2.600V12.500H2V9.600A1.400 1.400 0 0 0 2 7zM6 6.800h4M6 9.800h2.500',
  reviews: 'M3 1.800h7l3 3v9.400H3zM5.600 9l1.800 1.800 3.200-3.600',
  dispatches: 'M1.800 8h9.400M7.600 4.400 11.200 8l-3.600 3.600M14.200 3v10',
  comments: 'M2 3h12v8H8.600L5 13.800V11H2zM5 6h6M5 8.400h4',
  search: 'M7 2.200a4.800 4.800 0 1 1 0 9.600 4.800 4.800 0 0 1 0-9.600zM10.600 10.600l3.600 3.600',
  overview: 'M2 2h5v6H2zM9 2h5v4H9zM9 8h5v6H9zM2 10h5v4H2z',
  mood: 'M1.600 8h3l1.600-4.400 3 8.800L11 8h3.400',
  incidents: 'M8 1.800 14.600 13.600H1.400zM8 6.200v3.400M8 11.600v.1',
  reports: 'M3 1.800h7l3 3v9.400H3zM5.400 11.600V9M8 11.600V6.600M10.600 11.600V8',
  letters: 'M1.800 3.600h12.400v8.800H1.800zM2 4l6 5 6-5',
  appraisal: 'M8 1.800l1.900 3.900 4.300.6-3.100 3 .7 4.300L8 11.600l-3.800 2 .7-4.300-3.100-3 4.300-.6z',
  archives: 'M1.800 2.600h12.400v3.200H1.800zM3 5.800h10v7.800H3zM6.400 8.600h3.200',
  posts: 'M2 6.400v3.200l8.600 3.600V2.800zM10.600 6.200h1.600a1.800 1.800 0 0 1 0 3.600h-1.600M4 10.200v3.200h2.200',
  accounts:
    'M2 3h12v10H2zM4.800 6.800a1.500 1.500 0 1 0 3 0 1.500 1.500 0 0 0-3 0M4 11c.4-1.400 1.200-2 2.300-2s1.900.6 2.300 2M10.400 6.600h1.800M10.400 9.400h1.800',
  parked: 'M2.600 2.600h10.800v10.800H2.600zM6.400 11V5h2.200a1.900 1.900 0 0 1 0 3.800H6.400',
  people:
    'M6 7.400a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM1.400 13.600c.4-3 2-4.400 4.600-4.400s4.200 1.400 4.600 4.400M10.800 2.600a2.400 2.400 0 0 1 0 4.600M12.200 9.600c1.400.6 2.200 1.900 2.400 4',
  health: 'M1.600 8.600h2.800l1.400-3 2.600 6.400 2-7.200 1.400 3.800h2.600',
  trail: 'M3.400 2.600v10.800M3.400 4.400h2M3.400 8h2M3.400 11.600h2M7.800 4.400h5.800M7.800 8h5.800M7.800 11.600h3.800'
}

/** A small drawing beside the name of a view; it says nothing that the name does not. */
export const ViewIcon = ({ view }: { view: View }) => {
  const line = LINES[view]
  if (line === undefined) return <SettingsIcon />
  return (
    <svg
      aria-hidden="true"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={line} />
    </svg>
  )
}
