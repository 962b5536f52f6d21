using Emergent.Data;

namespace Emergent.Networks;

// Style sheets as files.
public sealed partial class StyleSets
{
    /// <summary>Reads style sets from a file in emergent's JSON; each takes the place of the set of its name, and the others stay.</summary>
    /// <remarks>
    /// The file is a list of sets, <c>[{"Name", "Desc", "Sheets": {"Network": [{"Sel", "Desc", "Params": {path: value}}]}}]</c>; the sheets of a
    /// set are taken one after the other. <c>Hypers</c> beside Params say how to search parameters:
    /// see <see cref="HyperParameter"/>. The sets act when the network is built,
    /// or by <see cref="Apply()"/>, which also finds paths and values that are wrong.
    /// </remarks>
    /// <exception cref="EmergentException">The file cannot be read or is damaged; all sets stay as they were.</exception>
    public void LoadJson(string path)
    {
        foreach (var (name, sheet) in StyleJson.Read(path, ObjectNames)) { _sheets[name] = sheet; }
    }

    /// <summary>Writes all style sets in emergent's JSON.</summary>
    /// <remarks>
    /// A rule written in code becomes what it sets in this network: one rule of its selector where it sets the same in all objects that the
    /// selector finds, else one for each object. Settings and values set by hand belong to a run, not to the sheets, and are not saved.
    /// </remarks>
    /// <exception cref="EmergentException">A rule written in code finds nothing in this network or sets no parameter, a rule is wrong, or the file cannot be written; what stood there is unchanged.</exception>
    public void SaveJson(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var sets = new List<(string, string, IReadOnlyList<TextStyleRule>)>();
        foreach (var (name, sheet) in _sheets) { sets.Add((name, sheet.Description, AsText(name, sheet))); }
        WholeFile.Write(path, stream => StyleJson.Write(stream, sets, ObjectNames));
    }

    // Sheets for objects of the user's own bear their type or their name.
    private string[] ObjectNames => [.. _objects.Where(o => o.Styled.Target == StyleTarget.Object).SelectMany(o => (string[])[o.Styled.TypeName, o.Styled.Name]).Distinct()];

    /// <summary>The rules of a sheet, those written in code as what they set in this network.</summary>
    private List<TextStyleRule> AsText(string name, StyleSheet sheet)
    {
        var rules = new List<TextStyleRule>();
        if (sheet.Rules.All(r => r is TextStyleRule))
        {
            rules.AddRange(sheet.Rules.Cast<TextStyleRule>().Select(WithTargets));
            return rules;
        }

        // A rule in code is known by what it does: it is run where it would be, after Base and the rules before it, and all is put back.
        var before = _objects.ConvertAll(o => o.Save());
        try
        {
            foreach (var styled in _objects) { styled.KeepHandSetAndReset(); }
            if (name != Base) { foreach (var rule in _sheets[Base]) { ApplyRule(Base, rule); } }
            foreach (var rule in sheet)
            {
                ApplyRule(name, rule);
                rules.AddRange(rule is TextStyleRule text ? [WithTargets(text)] : FromCode(name, rule));
            }
            return rules;
        }
        finally
        {
            for (var i = 0; i < before.Count; i++) { _objects[i].Restore(before[i]); }
        }
    }

    private IEnumerable<TextStyleRule> FromCode(string set, StyleRule rule)
    {
        var found = _objects.Where(o => rule.Matches(o.Styled)).Select(o => (o.Styled, Settings: SettingsOf(o))).Where(o => o.Settings.Length > 0).ToList();
        if (found.Count == 0) { throw new EmergentException($"Style set '{set}', rule {rule} cannot be saved as text: it sets no parameter. Take it out, or set what it sets where the network is made."); }
        var (first, settings) = found[0];
        var isAlike = found.TrueForAll(o => o.Settings.SequenceEqual(settings))
            && found.Count == _objects.Count(o => rule.Selects(o.Styled) && o.Styled.Target == first.Target);
        if (isAlike) { return [new TextStyleRule(rule.Selector, rule.Reason, settings)]; }

        foreach (var (styled, own) in found)
        {
            if (_objects.Exists(o => o.Styled != styled && o.Styled.Name == styled.Name && o.Styled.Target == styled.Target && !(rule.Matches(o.Styled) && SettingsOf(o).SequenceEqual(own))))
            {
                throw new EmergentException(
                    $"Style set '{set}', rule {rule} cannot be saved as text: it sets other values in one '{styled.Name}' than in another of the same name. Give them classes with AddClass and one rule each.");
            }
        }
        return found.DistinctBy(o => (o.Styled.Target, o.Styled.Name)).Select(o => new TextStyleRule($"#{o.Styled.Name}", rule.Reason, o.Settings));

        (string, string)[] SettingsOf(StyledObject styled) =>
            [.. styled.SetBy(rule).Select(s => ($"{ParameterPath.Prefix(styled.Styled)}.{s.Path}", Parameter.Format(s.After)))];
    }

    /// <summary>A rule whose paths begin with the kind of object, as emergent needs them, as far as the selector or the network tells it.</summary>
    private TextStyleRule WithTargets(TextStyleRule rule)
    {
        return new(rule.Selector, rule.Reason, rule.Settings.SelectMany(s => FullPaths(s).Select(path => (path, s.Text))), rule.Hypers.SelectMany(h => FullPaths(StyleSetting.Of(h.Path, "")).Select(h.WithPath)));

        IEnumerable<string> FullPaths(StyleSetting setting)
        {
            if (setting.Target is not null) { return [setting.FullPath]; }
            var paths = _objects.Where(o => rule.Selects(o.Styled)).Select(o => setting.FullPathIn(o.Styled)).OfType<string>().Distinct().ToList();
            return paths.Count == 0 ? [setting.Path] : paths;
        }
    }
}
