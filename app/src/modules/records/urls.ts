import { route } from '../../web/urls.js'

export const registersUrl = route('/registers')
export const registerUrl = route('/registers/:register')
export const newEntryUrl = route('/registers/:register/new')
export const importEntriesUrl = route('/registers/:register/import')
export const exportEntriesUrl = route('/registers/:register/export.csv')
export const printRegisterUrl = route('/registers/:register/print')
export const entryUrl = route('/registers/:register/:entry')
export const changeEntryUrl = route('/registers/:register/:entry/change')
export const lookedAtUrl = route('/registers/:register/:entry/looked-at')
export const endEntryUrl = route('/registers/:register/:entry/end')
export const anyEntryUrl = route('/registers/entry/:entry')

export const dutiesUrl = route('/duties')
export const dutyUrl = route('/duties/:duty')
export const dutyInstanceUrl = route('/duties/:duty/:key')
export const dutyCallUrl = route('/duties/call/:call')

export const noticesUrl = route('/notices')
export const noticeUrl = route('/notices/:notice')
export const noticeReadersUrl = route('/notices/:notice/readers')
export const noticeReadersCsvUrl = route('/notices/:notice/readers.csv')
export const noticeShownUrl = route('/notices/:notice/shown')
export const noticePrintUrl = route('/notices/:notice/print/:audience')
export const publicNoticeUrl = route('/told/:school/:notice')

/** Where people land after signing in; governance serves it. */
export const todayPath = '/today'
