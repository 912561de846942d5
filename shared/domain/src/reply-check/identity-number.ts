const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' ')
)

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const isBirthday = (digits: string) =>
  isDate(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8)))

/** A resident identity number of 18 (GB 11643, with its check digit) or of 15 digits; `X` in upper or lower case. */
export function isIdentityNumber(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2))) return false
  if (/^\d{15}$/.test(number)) return isBirthday(`19${number.slice(6, 12)}`)
  if (!/^\d{6}(?:19|20)\d{9}[\dXx]$/.test(number) || !isBirthday(number.slice(6, 14))) return false
  const sum = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0)
  return CHECKS[sum % 11] === number[17]!.toUpperCase()
}
