/** Personal data in the database and its retention, as set in lib/ and db/queries/clean-up. */
const KEPT: [what: string, why: string, long: string][] = [
  [
    'Your address, name and handle; with other services their number for you',
    'to sign you in',
    'as long as the account',
  ],
  [
    'Sessions: a hash, the kind of browser, when it began',
    'to keep you signed in and let you end them',
    '30 days, or until you sign out',
  ],
  ['Links and codes to sign in, as hashes', 'to let you in once', 'one hour'],
  ['Passkeys: name, public key, when it was last used', 'to sign you in', 'until you remove them'],
  [
    'Upvotes, comments, submissions, collections, groups',
    'to show and count them',
    'until you take them back',
  ],
  [
    'From which network an upvote came, as a keyed hash',
    'so that moderators notice votes by one hand',
    '30 days',
  ],
  [
    'What you follow, hide, mute, save as a search and want to be notified about',
    'to do just that',
    'until you change it',
  ],
  ['Tokens of your programs, as hashes', 'to let them in', 'until they end or you end them'],
  ['Mail that is to be sent, sealed', 'to send it', '7 days'],
  [
    'How often a network or account did something, under a keyed hash',
    'to hold off floods',
    '2 days',
  ],
  ['How often a paper was seen in an hour, without by whom', 'to rank fairly', '35 days'],
  [
    'Reports, and what moderators did with the reason',
    'so that moderation can be checked',
    'for good; the public part is the log',
  ],
  [
    'The log of requests: address of the page and status, no person',
    'to find faults',
    'as those who run the site set it',
  ],
];

export function KeptTable() {
  return (
    <div className="overflow-x-auto rounded-md border border-line">
      <table className="w-full text-left text-sm">
        <thead className="bg-sunken text-muted">
          <tr>
            <th scope="col" className="px-3 py-1.5 font-medium">
              What
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              What for
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              How long
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {KEPT.map(([what, why, long]) => (
            <tr key={what} className="align-top">
              <td className="px-3 py-1.5">{what}</td>
              <td className="px-3 py-1.5">{why}</td>
              <td className="px-3 py-1.5">{long}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
