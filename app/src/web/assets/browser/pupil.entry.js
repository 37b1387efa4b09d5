// Everything a page for children can do beyond plain links and forms. Each is harmless where its elements are absent.
import './leave-page.js'
import './open-with-slip.js'
import './print-page.js'
import './read-aloud.js'
import './send-when-free.js'
import './sign-on-tablet.js'
