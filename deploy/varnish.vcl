# One instance behind Varnish, with purges: PURGE_URLS=PURGE http://127.0.0.1:6081/
# TLS ends in front of Varnish (hitch, nginx); set TRUSTED_PROXY_HOPS to the number of both.
vcl 4.1;

backend papertide {
  .host = "127.0.0.1";
  .port = "3000";
  .connect_timeout = 2s;
}

# The machines of the site. Anyone else could empty the cache again and again.
acl instances {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ instances) {
      return (synth(405));
    }
    ban("obj.status != 0");
    return (synth(200));
  }
  # For the machines that watch an instance, not for the public.
  if (req.url ~ "^/(livez|readyz)$") {
    return (synth(404));
  }
  # A program may ask for a paper's page as Markdown.
  if (req.http.Accept ~ "text/markdown") {
    return (pass);
  }
  # A page that may be stored is the same with and without cookies; the rest says no-store.
  if (req.method == "GET" || req.method == "HEAD") {
    return (hash);
  }
}
