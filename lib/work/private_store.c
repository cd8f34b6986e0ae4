#include "work/private_store.h"

#include "base/i18n.h"

static int open_all(struct private_store *store, struct work *work,
		    const struct index_options *options, struct error *err)
{
	if (catalogue_open_private(work->catalogue, &store->catalogue, err) < 0)
		return -1;
	return store->catalogue
		       ? index_open(store->catalogue->source,
				    check_examiner(work->arena, store->catalogue),
				    options, &store->index, err)
		       : 0;
}

int private_store_open(struct private_store *store, struct work *work,
		       const struct index_options *options, struct error *err)
{
	*store = (struct private_store){ .catalogue = NULL };
	if (open_all(store, work, options, err) < 0)
		return error_wrap(err, "%s", tr("the private store"));
	if (!store->catalogue)
		return 0;
	store->work = *work;
	store->work.catalogue = store->catalogue;
	store->work.index = store->index;
	store->work.names = NULL;
	work->private_store = &store->work;
	return 0;
}

void private_store_close(struct private_store *store)
{
	index_free(store->index);
	catalogue_free(store->catalogue);
	*store = (struct private_store){ .catalogue = NULL };
}
