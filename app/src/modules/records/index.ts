/** What later modules may use of records. */
export { callWhatIsDue } from './jobs/call-what-is-due.js'
export { NoticeSheetPage } from './pages/notice.js'
export { dutyInstanceUrl, entryUrl, noticeUrl, registersUrl, registerUrl } from './urls.js'
