import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { PlanFields, type PlanValues, TopicsField } from './plan-fields';

type Props = {
  values: PlanValues & { email: string; topics: string };
  errors: Record<string, string>;
};

/** Subscription form for visitors without an account: email address, schedule and topics. */
export function SubscribeForm({ values, errors }: Props) {
  return (
    <form method="post" action={formPath('digests/subscribeAddress')} className="space-y-5">
      <Field id="email" label="E-mail address" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            maxLength={254}
            defaultValue={values.email}
            autoComplete="email"
            spellCheck={false}
          />
        )}
      </Field>
      <PlanFields id="plan" values={values} />
      <TopicsField
        id="topics"
        value={values.topics}
        error={errors.topics}
        hint="Leave it empty for all papers, or name arXiv’s categories with commas between them."
      />
      <Button type="submit" variant="primary" className="w-full">
        Mail me papers
      </Button>
      <p className="text-muted text-sm">
        You are asked by mail first. Every mail has a link that ends them. Signed in, you can also
        have{' '}
        <a href="/settings/digests" className="text-link">
          mails of what you follow and of saved searches
        </a>
        .
      </p>
    </form>
  );
}
