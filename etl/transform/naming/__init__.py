"""From printed names to schools: the parts of the resolver. The public door is `etl.transform.schools`."""
