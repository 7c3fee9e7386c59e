import { Button } from '@/components/ui/button';

/** One form per provider; works without scripts. */
export function ProviderForms({
  providers,
  from,
}: {
  providers: { id: string; name: string }[];
  from: string;
}) {
  if (!providers.length) return null;
  return (
    <div className="space-y-2">
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="from" value={from} />
          <Button type="submit" className="w-full">
            Sign in with {name}
          </Button>
        </form>
      ))}
    </div>
  );
}
