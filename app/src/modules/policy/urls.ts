import { route } from '../../web/urls.js'

export const postsUrl = route('/people/posts')
export const postUrl = route('/people/posts/:post')
export const endPostUrl = route('/people/posts/:post/end')
export const awayUrl = route('/people/away')
